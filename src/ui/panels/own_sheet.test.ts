import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { own_css } from './own_sheet.ts';

const names = { rem: 20, name: 'ownx' };

test.each([
  ['a{margin:.5rem 1rem -2rem}', 'a{margin:10px 20px -40px}'],
  [
    '@media (min-width: 40rem){a{gap:calc(100vw - 1.25rem)}}',
    '@media (min-width: 800px){a{gap:calc(100vw - 25px)}}',
  ],
  ['a{color:var(--st-text-color)}', 'a{color:var(--ownx-text-color)}'],
  [':root:not([data-theme="light"]){--st-font:x}', '.stOwn:not([data-theme="light"]){--ownx-font:x}'],
  ['.stRow1rem-2rem{order:1}', '.stRow1rem-2rem{order:1}'],
])('nothing of %s comes from the root', (css, expected) => {
  expect(own_css(css, names)).toBe(expected);
});

test('every sheet of the panels is among those of the own windows, except the page before an app', () => {
  const folder = new URL('.', import.meta.url);
  const used = readFileSync(new URL('./own_sheet.ts', folder), 'utf8');
  const sheets = readdirSync(folder).filter((file) => file.endsWith('.css') && file !== 'stranger.css');
  expect(sheets.length).toBeGreaterThan(4);
  expect(sheets.filter((sheet) => !used.includes(`'./${sheet}?inline'`))).toEqual([]);
});
