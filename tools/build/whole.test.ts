import { expect, it } from 'vitest';
import { with_fonts } from './whole.ts';

it('gives each font that the style sheet names another address, and nothing else', () => {
  const style = `@font-face{src:url(./a-1.woff2)format("woff2")}b{background:url(data:x)}c{src:url("b_2.woff2")}`;
  const fonts = new Map([
    ['a-1.woff2', Uint8Array.of(1)],
    ['b_2.woff2', Uint8Array.of(2, 3)],
  ]);
  const changed = with_fonts({ script: '', style, fonts }, (name, bytes) => `${name}:${bytes.length}`);
  expect(changed).toBe(
    `@font-face{src:url(a-1.woff2:1)format("woff2")}b{background:url(data:x)}c{src:url(b_2.woff2:2)}`,
  );
});
