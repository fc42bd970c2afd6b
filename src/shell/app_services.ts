/** What the elements of an app ask of the page besides a value: `Services`, over the app's worker. */
import type { Remote } from 'comlink';
import { uuid } from '../share/bytes.ts';
import { save_file } from '../ui/parts/save_file.ts';
import type { Services } from '../ui/parts/services.ts';
import { cleared } from '../ui/store/forms.ts';
import type { PageState } from '../ui/store/page.ts';
import type { Page } from '../ui/view/context.ts';
import type { WorkerApi } from '../wire/api.ts';
import { safe_file_name } from '../wire/file_name.ts';
import type { Upload } from '../wire/upload.ts';
import type { AppNetwork } from './app_network.ts';
import type { AppSource } from './app_source.ts';

export interface AppServices extends Services {
  /** The files that the values of widgets name, for the worker that takes over. */
  uploads(state: Pick<PageState, 'unsent' | 'values'>): readonly Upload[];
}

export interface RunningApp {
  readonly page: Pick<Page, 'store' | 'commit'>;
  readonly app: Pick<AppSource, 'own'>;
  readonly network: Pick<AppNetwork, 'permissions'>;
  /** The worker that runs the app; undefined while another takes its place. */
  readonly worker: () => Remote<WorkerApi> | undefined;
  /** Calls back when that may have changed, until the returned function is called. */
  readonly subscribe: (changed: () => void) => () => void;
}

/** As `crypto.randomUUID`, which is there on pages with HTTPS alone. */
const new_id = () => uuid(crypto.getRandomValues(new Uint8Array(16)), 4);

export function app_services({ app, network, page, worker, subscribe }: RunningApp): AppServices {
  // Handles, no bytes: a browser reads a file only when somebody asks for what is in it.
  const kept = new Map<string, Upload>();
  return {
    async upload(widget, name, data) {
      const upload: Upload = { widget, file_id: new_id(), name, data };
      const answer = await (await there({ worker, subscribe })).upload(upload);
      if (answer.kind === 'taken') kept.set(upload.file_id, upload);
      return answer;
    },
    remove_upload(file_id) {
      kept.delete(file_id);
      void worker()?.remove_upload(file_id);
    },
    async download(widget) {
      if (!app.own && !(await may_save(network)))
        return 'You do not allow this app to save files on your computer.';
      const answer = await (await there({ worker, subscribe })).download(widget);
      if (answer.kind === 'failed') return `The file could not be made. ${answer.message}`;
      const { data, name, type } = answer;
      save_file(data, safe_file_name(name ?? '', 'download'), type);
      return undefined;
    },
    clear_form(form) {
      for (const widget of cleared(page.store.get(), form)) {
        page.commit({ ...widget, form, quiet: false, submits: false });
      }
    },
    uploads({ unsent, values }) {
      const waiting = [...unsent.values()].map(({ value }) => value);
      const named = new Set([...values.values(), ...waiting].flat().map(file_id_of));
      for (const id of kept.keys()) if (!named.has(id)) kept.delete(id);
      return [...kept.values()];
    },
  };
}

function file_id_of(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'file_id' in value ? value.file_id : undefined;
}

/** The worker that runs the app, once there is one. */
async function there({
  worker,
  subscribe,
}: Pick<RunningApp, 'worker' | 'subscribe'>): Promise<Remote<WorkerApi>> {
  const now = worker();
  if (now) return now;
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      const api = worker();
      if (!api) return;
      stop();
      resolve(api);
    });
  });
}

const downloads = [{ kind: 'downloads' }] as const;

/** Asks the reader of a stranger's app, and counts in the panel what it saves. */
async function may_save(network: Pick<AppNetwork, 'permissions'>): Promise<boolean> {
  const permissions = await network.permissions();
  try {
    await permissions.require(downloads, { near: 'world', signal: new AbortController().signal });
  } catch {
    return false;
  }
  permissions.used(downloads);
  return true;
}
