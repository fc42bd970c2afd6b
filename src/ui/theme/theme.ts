/** The app's theme options as CSS custom properties. */
export type ThemeOptions = Readonly<Record<string, string | number | boolean | null>>;
