/** `mount`: an app where a page's own program wants it. */
import { Embedded, type MountedApp } from './embedded.ts';
import { type MountOptions, read_options } from './options.ts';
import type { Turns } from './turns.ts';

export type Mount = (element: Element, options?: MountOptions) => MountedApp;

/** Throws a `TypeError` for what is no element, and for options that are wrong. */
export function make_mount(site: URL, turns: Turns): Mount {
  return (element, options = {}) => {
    if (!(element instanceof Element)) {
      throw new TypeError('mount: the first argument must be an element of this page.');
    }
    if (element.localName === 'tablit-app') {
      throw new TypeError('mount: a tablit-app is an app by itself. Give another element, such as a div.');
    }
    const wanted = read_options(options);
    const place = document.createElement('div');
    const root = place.attachShadow({ mode: 'open' });
    element.append(place);
    const { app, ...rest } = wanted;
    const embedded = new Embedded({ place, root, site, turns, app: () => app, ...rest });
    return {
      run: () => embedded.run(),
      stop: () => embedded.stop(),
      writeFile: (path, data) => embedded.writeFile(path, data),
      setTheme: (theme) => embedded.setTheme(theme),
      dispose() {
        embedded.dispose();
        place.remove();
      },
    };
  };
}
