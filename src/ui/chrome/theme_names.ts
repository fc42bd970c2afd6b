import type { ThemeChoice } from '../theme/choice.ts';

export const theme_names: Readonly<Record<ThemeChoice, string>> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
};
