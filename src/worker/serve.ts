/** `WorkerApi` over one engine and one session: the composition of the worker. */
import { transfer } from 'comlink';
import type {
  AppRequest,
  BootFailure,
  BootReport,
  BootRequest,
  DownloadAnswer,
  WorkerApi,
} from '../wire/api.ts';
import type { Down } from '../wire/down.ts';
import type { Interrupt } from '../wire/sandbox.ts';
import { parse } from '../wire/schema.ts';
import { up } from '../wire/up.ts';
import { app_folder, remove_file, write_file } from './python/app_files.ts';
import { bind_python, type PythonBinding } from './python/binding.ts';
import { boot_engine } from './python/engine/boot.ts';
import { as_engine_error } from './python/engine/errors.ts';
import type { Pyodide } from './python/engine/handle.ts';
import { type CacheServices, python_cache } from './python/kept_cache.ts';
import type { PythonNet } from './python/network.ts';
import { KEEP_AFTER, Session } from './runtime/session.ts';
import { read_into, take_upload, type UploadPlace } from './uploads.ts';

interface Open {
  readonly pyodide: Pyodide;
  readonly report: BootReport;
  binding?: PythonBinding;
}

export interface Surroundings {
  readonly stream: MessagePort;
  readonly net: PythonNet;
  readonly cache: CacheServices;
  readonly interrupt?: Interrupt | undefined;
}

export function serve({ stream, net, cache, interrupt }: Surroundings): WorkerApi {
  const post = (message: Down, transfer: Transferable[] = []) => stream.postMessage(message, transfer);
  const session = new Session({
    post,
    now: () => performance.now(),
    breathe: turn_taker(),
    later: (task) => setTimeout(task, KEEP_AFTER),
  });
  let open: Open | undefined;
  let refused = 0;

  const opened = (): Open => {
    if (!open) throw new Error('The worker is asked for an app before it was booted.');
    return open;
  };

  stream.onmessage = (event: MessageEvent<unknown>) => {
    try {
      session.receive(parse(up, event.data, 'message'));
    } catch (error) {
      refused++;
      const text = `A message from the page was refused (${refused} so far): ${String(error)}\n`;
      post({ type: 'console', stream: 'stderr', text });
    }
  };

  return {
    boot: (request) =>
      boot(request, post, (value) => {
        open = value;
      }),
    async open(app) {
      const { pyodide, report } = opened();
      await write_app(pyodide, app);
      const magic = app.config['runner.magicEnabled'] !== false;
      const { entrypoint } = app;
      const disk = python_cache(app.cache, cache);
      const options = { entrypoint, magic, net, disk, ...(interrupt ? { interrupt } : {}) };
      const binding = bind_python(pyodide, session, report, options);
      opened().binding = binding;
      binding.set_config(app.config);
      binding.set_secrets(app.secrets);
      binding.set_user(app.user);
      if (app.resume?.kept_state) binding.restore(app.resume.kept_state);
      else if (app.saved) binding.load(app.saved.session);
      const place = place_in(binding);
      await Promise.all((app.resume?.uploads ?? []).map((upload) => read_into(place, upload)));
      session.connect(binding);
      session.open(app);
    },
    async write_file(path, data) {
      await write_file(opened().pyodide.FS, path, data);
      opened().binding?.changed(path);
    },
    async remove_file(path) {
      remove_file(opened().pyodide.FS, path);
      opened().binding?.changed(path);
    },
    async upload(upload) {
      await session.wake();
      const { binding } = opened();
      return binding ? take_upload(upload, place_in(binding)) : { kind: 'refused', reason: 'gone' };
    },
    async remove_upload(file_id) {
      opened().binding?.remove_upload(file_id);
    },
    async download(widget) {
      await session.wake();
      const { binding } = opened();
      if (binding?.is_deferred(widget)) await session.rest();
      const answer: DownloadAnswer = (await binding?.download(widget)) ?? { kind: 'failed', message: '' };
      return answer.kind === 'file' ? transfer(answer, [answer.data]) : answer;
    },
    async set_secrets(secrets) {
      opened().binding?.set_secrets(secrets);
    },
    async set_user(user) {
      opened().binding?.set_user(user);
    },
    async rerun() {
      session.rerun();
    },
    stop: () => session.stop(),
    async clear_caches() {
      open?.binding?.clear_caches();
    },
  };
}

function place_in(binding: PythonBinding): UploadPlace {
  return {
    refusal: (widget, name, size) => binding.upload_refusal(widget, name, size),
    put: (widget, file, bytes) => binding.put_upload(widget, file, bytes),
  };
}

async function write_app({ FS }: Pyodide, app: AppRequest): Promise<void> {
  FS.mkdirTree(app_folder);
  await Promise.all(Object.entries(app.files).map(([path, data]) => write_file(FS, path, data)));
}

async function boot(
  request: BootRequest,
  post: (message: Down) => void,
  done: (open: Open) => void,
): Promise<BootReport | BootFailure> {
  try {
    const booted = await boot_engine(request, (event) => post({ type: 'boot', ...event }));
    if (booted.kind === 'ready') done({ pyodide: booted.pyodide, report: booted.report });
    return booted.report;
  } catch (error) {
    const { code, message, file } = as_engine_error(error, 'start_failed');
    return file === undefined ? { kind: 'failed', code, message } : { kind: 'failed', code, message, file };
  }
}

/** Lets the messages that wait at the ports be handled before it resolves: a port's own turn, 4 ms sooner than a timer's. */
function turn_taker(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let waiting: (() => void)[] = [];
  port1.onmessage = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return () =>
    new Promise((resolve) => {
      waiting = [...waiting, resolve];
      port2.postMessage(undefined);
    });
}
