// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';

import { empty } from './empty.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('empty'))('$name', ({ element }) => {
  it('is there and shows nothing', () => {
    show(empty, element);
    expect(screen.getByTestId('stEmpty').textContent).toBe('');
  });
});

it('has no role that would be read out', () => {
  show(empty, { type: 'empty' });
  expect(screen.getByTestId('stEmpty').getAttribute('role')).toBeNull();
});
