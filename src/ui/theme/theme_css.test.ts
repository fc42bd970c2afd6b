import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, parse_color } from './color.ts';
import { built_in } from './derive.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations of the first rule that begins with `selector`. */
function rule(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  const entries = body.split(';').flatMap((line) => {
    const [name, ...value] = line.split(':');
    return name && value.length > 0 ? [[name.trim(), value.join(':').trim()] as const] : [];
  });
  return new Map(entries);
}

const light = rule(':root');
const dark = rule(':root[data-theme="dark"]');

test('dark is the same for the system and for the reader', () => {
  expect([...rule(':root:not([data-theme="light"])')]).toEqual([...dark]);
});

test('dark sets nothing that light does not', () => {
  expect([...dark.keys()].filter((name) => !light.has(name))).toEqual([]);
});

test('every colour of light has one in dark', () => {
  const colors = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
  expect(colors.filter((name) => !dark.has(name) && !name.includes('chart'))).toEqual([]);
});

test('the ground that colours are derived from is the one of the style sheet', () => {
  for (const [mode, values] of [['light', light] as const, ['dark', dark] as const]) {
    const { root, sidebar } = built_in[mode];
    expect(root.background).toBe(values.get('--st-background-color'));
    expect(root.text).toBe(values.get('--st-text-color'));
    expect(sidebar.background).toBe(values.get('--st-sidebar-background-color'));
  }
});

const grounds = ['--st-background-color', '--st-sidebar-background-color'];
const pairs = [
  ...grounds.flatMap((ground) =>
    ['--st-text-color', '--st-link-color', '--st-primary-text-color'].map((text) => [text, ground]),
  ),
  ['--st-primary-contrast-color', '--st-primary-color'],
  ['--st-code-text-color', '--st-code-background-color'],
  ...['red', 'orange', 'yellow', 'blue', 'green', 'violet', 'gray'].flatMap((name) => [
    [`--st-${name}-text-color`, `--st-${name}-background-color`],
    [`--st-${name}-text-color`, '--st-background-color'],
  ]),
] as [string, string][];

test.each(pairs)('%s can be read on %s', (text, ground) => {
  for (const values of [light, dark]) {
    const [a, b] = [text, ground].map((name) => parse_color(values.get(name) ?? ''));
    expect(a && b && contrast(a, b)).toBeGreaterThanOrEqual(4.5);
  }
});
