import { expect, test } from 'vitest';
import { count, type Row, table } from './coverage_api.ts';

const rows: readonly Row[] = [
  { family: 'Text', name: 'st.text', verdict: 'same' },
  { family: 'Text', name: 'st.code', verdict: 'other' },
  { family: 'Text', name: 'st.mermaid_chart', verdict: 'missing' },
  { family: 'Caching', name: 'st.cache', verdict: 'gone' },
  { family: 'Caching', name: 'st.cache_data', verdict: 'missing' },
];

test('what Streamlit removed is not wanted', () => {
  expect(count(rows)).toEqual([
    { family: 'Text', total: 3, same: 1, other: 1 },
    { family: 'Caching', total: 1, same: 0, other: 0 },
  ]);
});

test('the table ends with the sum of all families and names other signatures', () => {
  expect(table(rows).split('\n')).toEqual([
    'Text      67 %  2 of 3, 1 with another signature',
    'Caching    0 %  0 of 1',
    'All       50 %  2 of 4, 1 with another signature',
  ]);
});
