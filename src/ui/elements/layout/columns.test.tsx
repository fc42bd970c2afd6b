// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';

import { columns } from './columns.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('columns').filter(({ element }) => element.type === 'columns'))(
  '$name',
  ({ element }) => {
    it('is a row', () => {
      show(columns, element, { children: <i>inside</i> });
      const row = screen.getByTestId('stHorizontalBlock');
      expect(row.textContent).toBe('inside');
      expect(row.dataset['wrap']).toBe(String(element.wrap ?? true));
    });
  },
);

it('takes the whole width unless told otherwise', () => {
  show(columns, { type: 'columns' });
  expect(screen.getByTestId('stLayoutWrapper').style.width).toBe('');
});
