// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import rows from '../../../../cases/layout/columns.json' with { type: 'json' };
import { elements } from '../../../wire/elements/index.ts';
import { parse } from '../../../wire/schema.ts';
import { show } from '../testing.tsx';
import { column } from './column.tsx';
import { columns } from './columns.tsx';

/** The last element that `st.columns` hands over is its last column. */
describe.each(rows)('$name', ({ element }) => {
  it('is a column with its share', () => {
    const shown = parse(elements.column.schema, element, 'column');
    show(column, shown, { children: <i>inside</i> });
    const box = screen.getByTestId('stColumn');
    expect(box.style.getPropertyValue('--share')).toBe(String(shown.weight));
    expect(box.textContent).toBe('inside');
  });
});

it('is a row that wraps unless told otherwise', () => {
  const { update } = show(columns, { type: 'columns' }, { children: <i>inside</i> });
  expect(screen.getByTestId('stHorizontalBlock').dataset['wrap']).toBe('true');
  update({ type: 'columns', wrap: false });
  expect(screen.getByTestId('stHorizontalBlock').dataset['wrap']).toBe('false');
});
