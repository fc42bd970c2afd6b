import { expect, it } from 'vitest';
import { fuzzy_score } from './combobox_fuzzy.ts';

/** The texts that are found, the best first. */
function ranked(texts: readonly string[], query: string): readonly string[] {
  return texts
    .map((text) => ({ text, score: fuzzy_score(text, query) }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ text }) => text);
}

it.each([
  ['gre', ['Green', 'Grey'], ['Grey', 'Green']],
  [
    'ao',
    ['amo', 'A mo', 'camel Order', 'aModel', 'am.o', 'axxmxxo', 'Amazon o', 'foo bar', 'zzamo'],
    ['Amazon o', 'am.o', 'amo', 'A mo', 'aModel', 'axxmxxo', 'camel Order', 'zzamo'],
  ],
  ['o1', ['Option 10', 'Option 2', 'Option 1'], ['Option 1', 'Option 10']],
  ['zzz', ['Red'], []],
] as const)('%s', (query, texts, best_first) => {
  expect(ranked(texts, query)).toEqual(best_first);
});

it('puts the text itself before all', () => {
  expect(fuzzy_score('Red', 'red')).toBe(Number.POSITIVE_INFINITY);
  expect(ranked(['Reddish', 'Red'], 'red')).toEqual(['Red', 'Reddish']);
});

it('takes letters that are longer in lower case', () => {
  expect(fuzzy_score('İzmir', 'zm')).toBeDefined();
});
