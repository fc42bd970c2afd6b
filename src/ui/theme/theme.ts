/** The app's theme options as CSS custom properties for the page and for its sidebar. Pure. */
import type { Mode } from './choice.ts';
import { luminance, parse_color } from './color.ts';
import { derive_root, derive_sidebar } from './derive.ts';
import { type IsColor, option_rows } from './options.ts';

/** Flattened as in `config.toml`: `theme.primaryColor`, `theme.dark.sidebar.textColor`. Other options may be among them. */
export type ThemeOptions = Readonly<Record<string, unknown>>;

export type Properties = Readonly<Record<string, string>>;

export interface ThemeProperties {
  readonly root: Properties;
  readonly sidebar: Properties;
  /** A line for the console for each option that could not be used. */
  readonly refused: readonly string[];
}

/**
 * The mode that the app wants, if it wants one: `theme.base`, else what its background is. An app with a background for
 * each mode leaves the choice to the reader.
 */
export function theme_base(options: ThemeOptions): Mode | undefined {
  const base = String(options['theme.base'] ?? '').toLowerCase();
  if (base === 'light' || base === 'dark') return base;
  const background = options['theme.backgroundColor'];
  const rgb = typeof background === 'string' ? parse_color(background) : undefined;
  if (!rgb) return undefined;
  return luminance(rgb) < 0.18 ? 'dark' : 'light';
}

/** What the options come to in `mode`. Options for both modes count unless the app was made for the other one. */
export function theme_properties(options: ThemeOptions, mode: Mode, is_color?: IsColor): ThemeProperties {
  const rows = option_rows(is_color);
  const refused: string[] = [];
  const base = theme_base(options);
  const general = base === undefined || base === mode;

  const section = (prefix: string, top: boolean): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const [path, value] of Object.entries(options)) {
      const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      if (name === '' || name.includes('.') || value === null || value === undefined) continue;
      if (name === 'base' && top) {
        if (!/^(light|dark)$/i.test(String(value))) refused.push(`${path}: must be "light" or "dark".`);
        continue;
      }
      const row = rows.get(name);
      const text = row?.read(value);
      if (name === 'fontFaces' && top) refused.push(`${path}: fonts of the app's own are not loaded.`);
      else if (!row) refused.push(`${path}: there is no such option.`);
      else if (row.top_only && !top) refused.push(`${path}: can only be set as theme.${name}.`);
      else if (text === undefined)
        refused.push(`${path}: must be ${row.wants}, not ${JSON.stringify(value)}.`);
      else Object.assign(found, spread(name, row.property, text));
    }
    return found;
  };

  // Every section is read, so that what is wrong in the other mode is said too.
  const [all, all_side] = [section('theme.', true), section('theme.sidebar.', false)];
  const modes = { light: section('theme.light.', false), dark: section('theme.dark.', false) };
  const sides = {
    light: section('theme.light.sidebar.', false),
    dark: section('theme.dark.sidebar.', false),
  };
  const root = { ...(general ? all : without_colors(all)), ...modes[mode] };
  const side = { ...(general ? all_side : without_colors(all_side)), ...sides[mode] };
  return { root: derive_root(root, mode), sidebar: derive_sidebar(side, root, mode), refused };
}

/** Fonts, sizes and radii hold in both modes, whatever the app was made for. */
function without_colors(found: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter(([property]) => !/-colors?$/.test(property)));
}

/** One option, several properties: heading sizes and weights, a list or one for all. */
function spread(name: string, property: string, text: string): Properties {
  const what = name === 'headingFontSizes' ? 'size' : name === 'headingFontWeights' ? 'weight' : undefined;
  if (what === undefined) return { [alias[name] ?? property]: text };
  const items = text.split(', ').slice(0, 6);
  const one = items.length === 1;
  const levels = one ? [1, 2, 3, 4, 5, 6] : items.map((_, index) => index + 1);
  return Object.fromEntries(
    levels.map((level, index) => [`--st-h${level}-font-${what}`, items[one ? 0 : index] as string]),
  );
}

const alias: Readonly<Record<string, string>> = {
  showWidgetBorder: '--st-widget-border-color',
  showSidebarBorder: '--st-sidebar-edge-color',
};
