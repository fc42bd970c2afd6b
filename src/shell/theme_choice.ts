/** The reader's choice of theme, remembered where the browser allows it. */
import { type ThemeChoice, theme_choice_of } from '../ui/theme/choice.ts';

const KEY = 'tablit.theme';

export function stored_theme(): ThemeChoice {
  try {
    return theme_choice_of(localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system'; // storage is blocked: the choice lasts as long as the page
  }
}

export function store_theme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Not remembered, as above.
  }
}
