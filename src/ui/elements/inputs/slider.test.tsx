// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { slider } from './slider.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('slider'))('$name', ({ element }) => {
  it('has a thumb for each value, moved by keys', () => {
    const { commits } = show(slider, element);
    const thumbs = screen.getAllByRole('slider');
    expect(thumbs).toHaveLength(element.default.length);
    expect(thumbs.map((thumb) => Number(thumb.getAttribute('aria-valuenow')))).toEqual(element.default);
    const last = thumbs.at(-1) as HTMLElement;
    fireEvent.keyDown(last, { key: 'End' });
    const moves = !element.disabled && element.default.at(-1) !== element.max;
    expect(commits.at(-1)?.at(-1)).toBe(moves ? element.max : undefined);
  });
});

it('has its label as its name and says its value in words', () => {
  show(slider, {
    type: 'slider',
    id: 'a',
    label: 'Share',
    default: [0.5],
    data_type: 'float',
    min: 0,
    max: 1,
    step: 0.1,
    format: 'percent',
  });
  expect(screen.getByRole('slider', { name: 'Share' }).getAttribute('aria-valuetext')).toBe('50.00%');
});
