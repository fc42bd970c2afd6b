import { expect, test } from 'vitest';
import { not_embedded, read_embed } from './embed.ts';

const embedded = { ...not_embedded, embedded: true, show_toolbar: false, show_padding: false };

test.each([
  ['', not_embedded],
  ['?embed=false', not_embedded],
  ['?embed=1', not_embedded],
  ['?embed=true', embedded],
  ['embed=TRUE', embedded],
  ['?embed=false&embed=true', embedded],
  ['?theme=dark', { ...not_embedded, theme: 'dark' }],
  ['?theme=Light', { ...not_embedded, theme: 'light' }],
  ['?theme=purple', not_embedded],
  ['?embed_options=show_toolbar', not_embedded],
  ['?embed=true&embed_options=show_toolbar', { ...embedded, show_toolbar: true }],
  [
    '?embed=true&embed_options=show_toolbar&embed_options=show_padding',
    { ...embedded, show_toolbar: true, show_padding: true },
  ],
  [
    '?embed=true&embed_options=SHOW_COLORED_LINE,disable_scrolling',
    { ...embedded, show_colored_line: true, disable_scrolling: true },
  ],
  ['?embed=true&embed_options=hide_loading_screen', { ...embedded, hide_loading_screen: true }],
  ['?embed=true&embed_options=light_theme', { ...embedded, theme: 'light' }],
  ['?embed=true&embed_options=dark_theme', { ...embedded, theme: 'dark' }],
  ['?embed=true&embed_options=dark_theme,light_theme', { ...embedded, theme: 'light' }],
  ['?embed=true&embed_options=dark_theme&theme=system', { ...embedded, theme: 'system' }],
  ['?embed=true&embed_options=make_coffee', embedded],
])('%s', (query, expected) => {
  expect(read_embed(query)).toEqual(expected);
});
