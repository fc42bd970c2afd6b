/**
 * Opens an app that is no link: `?open=file`, files that the system hands to the installed app (`file_handlers` in the
 * manifest), and `?open=dropped`, one that another page of this site took. Asked about, as any app.
 */
import { render } from 'preact';
import type { Site } from '../../share/site.ts';
import { StrangerPage, type StrangerView } from '../../ui/panels/stranger.tsx';
import { offer } from '../open_stranger.tsx';
import { handed_over } from './handed_over.ts';
import { read_left_out } from './left_out_state.ts';
import { as_refusal } from './not_opened.ts';
import { project_of_chosen } from './project_of_files.ts';

/** As far as it is used here; not in the compiler's library. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

export async function open_file(root: Element, site: Site, from: string | null): Promise<void> {
  const show = (view: StrangerView) => render(<StrangerPage view={view} />, root);
  const refuse = (message: string, hint: string) =>
    show({ kind: 'refused', message, hint, onRetry: () => location.reload() });
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      const { message, hint } = as_refusal(error);
      refuse(message, hint);
    }
  };
  show({ kind: 'loading', from: 'the file' });
  if (from === 'dropped') {
    await guarded(async () => {
      const app = await handed_over();
      if (app) await offer(root, site, { ...app, left_out: read_left_out(history.state) });
      else refuse('The app that was opened here is not kept any more.', 'Drop its file on this page again.');
    });
    return;
  }
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  if (!launchQueue) {
    refuse(
      'There is no file.',
      'Drop one on this page, or open it with the installed app, in a browser that hands files to web apps.',
    );
    return;
  }
  launchQueue.setConsumer(
    ({ files }) =>
      void guarded(async () => {
        const opened = await Promise.all(files.map((handle) => handle.getFile()));
        await offer(root, site, await project_of_chosen(opened.map((file) => ({ file, path: file.name }))));
      }),
  );
}
