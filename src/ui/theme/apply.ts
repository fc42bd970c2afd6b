/** The theme on the document: which of the two sets of values, and the app's own on top. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Mode, ThemeChoice } from './choice.ts';
import { type Properties, type ThemeOptions, theme_base, theme_mode, theme_properties } from './theme.ts';

export interface AppliedTheme {
  readonly mode: Mode;
  /** For the sidebar's own box. */
  readonly sidebar: Properties;
}

const none: ThemeOptions = {};

/** Puts the theme on the document's root as long as the component is there. */
export function useTheme(choice: ThemeChoice, options: ThemeOptions = none): AppliedTheme {
  const system = useSystemMode();
  const mode = theme_mode(options, choice, system);
  const { root, sidebar, refused } = useMemo(() => theme_properties(options, mode), [options, mode]);
  // Left to the style sheet when nobody but the system decides: no flash, and it holds when the script stops.
  const fixed = choice !== 'system' || theme_base(options) !== undefined;

  useLayoutEffect(() => {
    const { documentElement } = document;
    if (fixed) documentElement.dataset['theme'] = mode;
    else delete documentElement.dataset['theme'];
  }, [fixed, mode]);

  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(root)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(root)) style.removeProperty(name);
    };
  }, [root]);

  const lines = refused.join('\n');
  useLayoutEffect(() => {
    if (lines !== '') console.warn(`Theme options that could not be used:\n${lines}`);
  }, [lines]);

  return { mode, sidebar };
}

function useSystemMode(): Mode {
  const query = useMemo(() => matchMedia('(prefers-color-scheme: dark)'), []);
  const [dark, set_dark] = useState(query.matches);
  useLayoutEffect(() => {
    const change = () => set_dark(query.matches);
    change();
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [query]);
  return dark ? 'dark' : 'light';
}
