import { expect, test } from 'vitest';
import { make_signs } from './signs.ts';

test('signs are a word of each list, each word as likely as any other', () => {
  expect(make_signs([0, 0, 0])).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
  for (const list of [0, 1, 2]) {
    const found = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const word =
        make_signs([0, 0, 0].map((_, index) => (index === list ? byte : 0))).split(' ')[list] ?? '';
      found.set(word, (found.get(word) ?? 0) + 1);
    }
    expect([...new Set(found.values())]).toEqual([8]);
  }
});
