/** What follows from the colours that an app sets: borders, tints, text on them. Set colours are never changed. */
import type { Mode } from './choice.ts';
import { mix, parse_color, readable_on, text_on, to_hex } from './color.ts';
import { palette_names } from './options.ts';

type Found = Readonly<Record<string, string>>;

const background = '--st-background-color';
const secondary = '--st-secondary-background-color';
const text = '--st-text-color';
const primary = '--st-primary-color';

interface Ground {
  readonly background: string;
  readonly text: string;
}

/** What is there when an app sets nothing, as in `tokens.css`: page and sidebar of each mode. */
export const built_in: Readonly<Record<Mode, { readonly root: Ground; readonly sidebar: Ground }>> = {
  light: {
    root: { background: '#ffffff', text: '#2f2d2b' },
    sidebar: { background: '#f8f8f7', text: '#2f2d2b' },
  },
  dark: {
    root: { background: '#171614', text: '#edebe8' },
    sidebar: { background: '#21201d', text: '#edebe8' },
  },
};

/** What was set wins over what follows from it. */
export function derive_root(set: Found, mode: Mode): Found {
  return { ...derived(set, ground_of(set, built_in[mode].root)), ...set };
}

/**
 * The sidebar has the page's two backgrounds the other way round, unless told otherwise. The rest it inherits, except
 * for what depends on the background.
 */
export function derive_sidebar(set: Found, root: Found, mode: Mode): Found {
  const swapped: Record<string, string> = {};
  if (root[secondary] !== undefined) swapped[background] = root[secondary];
  if (root[background] !== undefined) swapped[secondary] = root[background];
  const own: Found = { ...swapped, ...set };
  const known: Found = { ...pick(root, [text, primary]), ...own };
  return {
    ...derived(known, ground_of(known, built_in[mode].sidebar)),
    ...pick(root, ['--st-border-color']),
    ...own,
  };
}

function ground_of(set: Found, base: Ground): Ground {
  return { background: set[background] ?? base.background, text: set[text] ?? base.text };
}

function pick(from: Found, names: readonly string[]): Found {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}

function derived(set: Found, ground: Ground): Found {
  return { ...surfaces(set, ground), ...accents(set, ground), ...palette(set, ground), ...radii(set) };
}

/** Lines and tints between background and text. */
function surfaces(set: Found, ground: Ground): Found {
  if (set[background] === undefined && set[text] === undefined) return {};
  const line = blend(ground.text, ground.background, 0.2);
  const found: Found = {
    '--st-button-background': ground.background,
    '--st-raised-background-color': ground.background,
    '--st-border-color': line,
    '--st-button-border-color': set['--st-border-color'] ?? line,
    '--st-border-color-light': blend(ground.text, ground.background, 0.12),
    '--st-track-color': blend(ground.text, ground.background, 0.14),
    '--st-code-text-color': ground.text,
  };
  const code = set[secondary];
  return code === undefined ? found : { ...found, '--st-code-background-color': code };
}

function accents(set: Found, ground: Ground): Found {
  const accent = set[primary];
  if (accent === undefined) return {};
  const [rgb, back] = [parse_color(accent), parse_color(ground.background)];
  return {
    '--st-primary-contrast-color': rgb ? to_hex(text_on(rgb)) : '#ffffff',
    '--st-primary-text-color': rgb && back ? to_hex(readable_on(rgb, back)) : accent,
  };
}

/** A colour of the palette brings its tint and its text along. */
function palette(set: Found, ground: Ground): Found {
  const found: Record<string, string> = {};
  for (const name of palette_names) {
    const color = set[`--st-${name}-color`];
    if (color === undefined) continue;
    const [rgb, back] = [parse_color(color), parse_color(ground.background)];
    found[`--st-${name}-background-color`] = blend(color, ground.background, 0.12);
    found[`--st-${name}-text-color`] = rgb && back ? to_hex(readable_on(rgb, mix(rgb, back, 0.12))) : color;
  }
  return found;
}

function radii(set: Found): Found {
  const radius = set['--st-base-radius'];
  return radius === undefined ? {} : { '--st-button-radius': radius };
}

function blend(a: string, b: string, share: number): string {
  const [x, y] = [parse_color(a), parse_color(b)];
  if (x && y) return to_hex(mix(x, y, share));
  return `color-mix(in srgb, ${a} ${Math.round(share * 100)}%, ${b})`;
}
