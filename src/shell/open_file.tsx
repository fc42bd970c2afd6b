/** Opens a file that the system hands to the installed app (`file_handlers` in the manifest): asked about, as any app. */
import { render } from 'preact';
import type { Site } from '../share/site.ts';
import { StrangerPage, type StrangerView } from '../ui/panels/stranger.tsx';
import { project_of_dropped } from './fetch_project.ts';
import { as_refusal, offer } from './open_stranger.tsx';

/** As far as it is used here; not in the compiler's library. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

export function open_file(root: Element, site: Site): void {
  const show = (view: StrangerView) => render(<StrangerPage view={view} />, root);
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  if (!launchQueue) {
    const hint = 'Open the file with the installed app, in a browser that hands files to web apps.';
    show({ kind: 'refused', message: 'There is no file.', hint, onRetry: () => location.reload() });
    return;
  }
  show({ kind: 'loading', from: 'the file' });
  launchQueue.setConsumer(async ({ files }) => {
    try {
      await offer(
        root,
        site,
        await project_of_dropped(await Promise.all(files.map((file) => file.getFile()))),
      );
    } catch (error) {
      show({ kind: 'refused', ...as_refusal(error), onRetry: () => location.reload() });
    }
  });
}
