/** The theme on the document: which of the two sets of values, and the app's own on top. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { lazy, useLazy } from '../parts/lazy.ts';
import { type Mode, type ThemeChoice, wanted_mode } from './choice.ts';
import type { Properties, ThemeOptions, ThemeProperties } from './theme.ts';

/** What reads options: most apps have none. */
const themes = lazy(() => import('./theme.ts'));

export interface AppliedTheme {
  readonly mode: Mode;
  /** For the sidebar's own box. */
  readonly sidebar: Properties;
}

const none: ThemeOptions = {};
const nothing: ThemeProperties = { root: {}, sidebar: {}, refused: [] };

/** Fetches what the options need, so that a page is not seen in other colours first. Never rejects. */
export async function preload_theme(options: ThemeOptions): Promise<void> {
  if (has_theme(options)) await themes.load().catch(() => undefined);
}

function has_theme(options: ThemeOptions): boolean {
  return Object.keys(options).some((path) => path.startsWith('theme.'));
}

/** Puts the theme on the document's root as long as the component is there. */
export function useTheme(choice: ThemeChoice, options: ThemeOptions = none): AppliedTheme {
  const system = useSystemMode();
  const own = useLazy(has_theme(options) ? themes : undefined);
  const wanted = wanted_mode(choice, own?.theme_base(options));
  const mode = wanted ?? system;
  const { root, sidebar, refused } = useMemo(
    () => own?.theme_properties(options, mode) ?? nothing,
    [own, options, mode],
  );
  // Left to the style sheet when nobody but the system decides: no flash, and it holds when the script stops.
  const fixed = wanted !== undefined;

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
