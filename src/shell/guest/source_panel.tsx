/** The app's scripts, to read, above the app. */
import { render } from 'preact';
import { SourceView } from '../../ui/chrome/source_view.tsx';
import type { AppFiles } from '../app_source.ts';
import './source_panel.css';

export interface SourcePanel {
  /** Shows the scripts as they are in `app`, the one that starts it first. Of several calls the last counts. */
  show(app: AppFiles): Promise<void>;
  hide(): void;
}

export function make_source_panel(before: Element): SourcePanel {
  const place = document.createElement('div');
  place.className = 'stGuestSource';
  let call = 0;
  return {
    async show(app) {
      const mine = ++call;
      const scripts = await Promise.all(
        scripts_of(app).map(async ([path, blob]) => ({ path, text: await blob.text() })),
      );
      if (mine !== call) return;
      before.before(place);
      render(
        scripts.map(({ path, text }) => (
          <figure key={path}>
            <figcaption>{path}</figcaption>
            <SourceView source={text} title={path} />
          </figure>
        )),
        place,
      );
    },
    hide() {
      call++;
      place.remove();
    },
  };
}

export function scripts_of({ entrypoint, files }: AppFiles): (readonly [string, Blob])[] {
  return Object.entries(files)
    .filter(([path]) => path.endsWith('.py'))
    .sort(([a], [b]) => Number(b === entrypoint) - Number(a === entrypoint) || (a < b ? -1 : 1));
}
