import { expect, it } from 'vitest';
import { slug } from './slug.ts';

it.each([
  ['A header', 'a-header'],
  ['  Über 1.5 % — what? ', 'über-1-5-what'],
  ['日本語 テスト', '日本語-テスト'],
  ['a_b', 'a-b'],
])('%j becomes %j', (text, id) => expect(slug(text)).toBe(id));

it('a text without words gets an id that stays the same', () => {
  expect(slug('🎉')).toMatch(/^heading-[0-9a-f]{8}$/);
  expect(slug('🎉')).toBe(slug('🎉'));
  expect(slug('🎉')).not.toBe(slug('🎈'));
});
