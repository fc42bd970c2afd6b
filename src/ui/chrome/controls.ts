/** What a reader can ask of the page, apart from setting widgets. The shell does it. */
import type { ThemeChoice } from '../theme/choice.ts';

export interface Controls {
  /** Runs the script again. */
  readonly rerun: () => void;
  /** Ends the run that goes on. */
  readonly stop: () => void;
  /** Starts a new worker in place of one that died, with what the page shows. */
  readonly restart: () => void;
  readonly clear_caches: () => void;
  /** Remembers the choice and hands it back as a property of the page. */
  readonly set_theme: (choice: ThemeChoice) => void;
  /** Starts again after a start that failed: fetches what did not arrive. */
  readonly retry: () => void;
}
