// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { radio } from './radio.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('radio'))('$name', ({ element }) => {
  it('shows its options and commits the text of the chosen one', () => {
    const { commits } = show(radio, element);
    const options = screen.queryAllByRole('radio') as HTMLInputElement[];
    expect(options).toHaveLength(element.options.length);
    expect(options.findIndex(({ checked }) => checked)).toBe(element.options.indexOf(element.default ?? ''));
    const other = options.findIndex(({ checked }) => !checked);
    if (other < 0 || element.disabled) return;
    fireEvent.click(options[other] as HTMLInputElement);
    expect(commits).toEqual([element.options[other]]);
  });
});

it('is a group that has the label as its name', () => {
  show(radio, { type: 'radio', id: 'a', label: 'Size', default: 'S', options: ['S', 'M'] });
  expect(screen.getByRole('radiogroup', { name: 'Size' })).toBeDefined();
  expect(screen.getByRole('radio', { name: 'M' })).toBeDefined();
});
