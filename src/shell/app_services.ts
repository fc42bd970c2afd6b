/** What the elements of an app ask of the page besides a value: `Services`, over the app's worker. */
import type { Remote } from 'comlink';
import type { Services } from '../ui/parts/services.ts';
import { cleared } from '../ui/store/forms.ts';
import type { PageState } from '../ui/store/page.ts';
import type { Page } from '../ui/view/context.ts';
import type { WorkerApi } from '../wire/api.ts';
import type { Upload } from '../wire/upload.ts';

export interface AppServices extends Services {
  /** The files that the values of widgets name, for the worker that takes over. */
  uploads(state: Pick<PageState, 'unsent' | 'values'>): readonly Upload[];
}

export interface RunningApp {
  readonly page: Pick<Page, 'store' | 'commit'>;
  /** The worker that runs the app; undefined while another takes its place. */
  readonly worker: () => Remote<WorkerApi> | undefined;
  /** Calls back when that may have changed, until the returned function is called. */
  readonly subscribe: (changed: () => void) => () => void;
}

export function app_services({ page, worker, subscribe }: RunningApp): AppServices {
  // Handles, no bytes: a browser reads a file only when somebody asks for what is in it.
  const kept = new Map<string, Upload>();
  return {
    async upload(widget, name, data) {
      const upload: Upload = { widget, file_id: crypto.randomUUID(), name, data };
      const answer = await (await there({ worker, subscribe })).upload(upload);
      if (answer.kind === 'taken') kept.set(upload.file_id, upload);
      return answer;
    },
    remove_upload(file_id) {
      kept.delete(file_id);
      void worker()?.remove_upload(file_id);
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
async function there({ worker, subscribe }: Omit<RunningApp, 'page'>): Promise<Remote<WorkerApi>> {
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
