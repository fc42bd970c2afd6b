/** The whole page around an app: header, sidebar, main and bottom, console and dialogs. */
import type { JSX } from 'preact';
import type { ThemeChoice } from '../theme/choice.ts';
import { type Embed, not_embedded } from '../theme/embed.ts';
import type { ThemeOptions } from '../theme/theme.ts';
import { type Page, PageContext } from '../view/context.ts';
import type { BootView } from './boot_view.ts';
import type { Controls } from './controls.ts';
import type { Failure } from './failure_view.ts';
import '../theme/theme.css';

export interface AppProps {
  readonly page: Page;
  readonly controls: Controls;
  /** What the page is called until the script says otherwise. */
  readonly app_name: string;
  /** The reader's choice. */
  readonly theme?: ThemeChoice;
  /** The app's `theme.*` options, flattened as in `config.toml`. */
  readonly theme_options?: ThemeOptions;
  readonly embed?: Embed;
  /** How far the start is; absent once Python is there. */
  readonly boot?: BootView | undefined;
  /** Why the app does not run, when it cannot. */
  readonly failure?: Failure | undefined;
  /** Where the page that lists all apps is, when there is one. */
  readonly home?: string | undefined;
}

export function App({ page, embed = not_embedded }: AppProps): JSX.Element {
  return (
    <PageContext.Provider value={page}>
      <div class="stApp" data-testid="stApp" data-embed={embed.embedded} />
    </PageContext.Provider>
  );
}
