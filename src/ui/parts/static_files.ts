/** The files in an app's folder `static`, which its texts name as `app/static/…` (`server.enableStaticServing`). */
import { createContext } from 'preact';

export interface StaticFiles {
  /**
   * The address of a file in that folder: to be shown as a picture, or to be opened by a link. Undefined when there is no
   * such file.
   */
  readonly url: (path: string, use: 'picture' | 'link') => string | undefined;
}

/** Undefined where the app serves none. */
export const StaticFilesContext = createContext<StaticFiles | undefined>(undefined);
