/** Which theme a reader wants: the system's (or the app's own), or one of the two for good. */
export type ThemeChoice = 'system' | 'light' | 'dark';

export type Mode = 'light' | 'dark';

export const theme_choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The choice that a text names, undefined for any other text. */
export function theme_choice_of(text: string | null | undefined): ThemeChoice | undefined {
  const word = text?.trim().toLowerCase();
  return theme_choices.find((choice) => choice === word);
}

/** What a reader asks for comes first, then the app; undefined where both leave it to the system. */
export function wanted_mode(choice: ThemeChoice, base: Mode | undefined): Mode | undefined {
  return choice === 'system' ? base : choice;
}
