// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { preload_formats } from '../../parts/value_format.ts';
import { cases_of, show } from '../testing.tsx';
import { slider } from './slider.tsx';

beforeAll(preload_markdown);
beforeAll(preload_formats);

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
  expect(screen.getByRole('slider', { name: 'Share' }).getAttribute('aria-valuetext')).toBe('50%');
});

it('shows a format with marks as Markdown, and says it without them', () => {
  const { container } = show(slider, {
    type: 'slider',
    id: 'a',
    label: 'Way',
    default: [3],
    data_type: 'int',
    min: 0,
    max: 10,
    step: 1,
    format: '**%d** :red[km]',
  });
  expect(screen.getByTestId('stSliderThumbValue').querySelector('strong')?.textContent).toBe('3');
  expect(screen.getByTestId('stSliderTickBarMax').textContent).toBe('10 km');
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('3 km');
  expect(container.textContent).not.toContain('*');
});

describe('a drag', () => {
  const range = {
    type: 'slider',
    id: 'a',
    label: 'Range',
    default: [20, 60],
    data_type: 'int',
    min: 0,
    max: 100,
    step: 1,
  } as const;

  /** A track of 100 pixels, so that pixels are values. */
  function shown() {
    const { commits, container } = show(slider, range);
    const area = container.querySelector('.stSliderArea') as HTMLElement;
    const track = container.querySelector('.stSliderTrack') as HTMLElement;
    track.getBoundingClientRect = () => new DOMRect(0, 0, 100, 4);
    track.setPointerCapture = () => undefined;
    const at = (clientX: number) => ({ clientX, button: 0, isPrimary: true, pointerId: 1 });
    const values = () => screen.getAllByRole('slider').map((thumb) => thumb.getAttribute('aria-valuenow'));
    return { commits, area, at, values };
  }

  it('moves the nearer thumb, and commits when it is let go', () => {
    const { commits, area, at, values } = shown();
    fireEvent.pointerDown(area, at(55));
    fireEvent.pointerMove(area, at(90));
    expect(values()).toEqual(['20', '90']);
    expect(commits).toEqual([]);
    fireEvent.pointerUp(area, at(90));
    expect(commits).toEqual([[20, 90]]);
    fireEvent.pointerMove(area, at(10));
    expect(values()).toEqual(['20', '90']);
  });

  it('does not commit what it does not change', () => {
    const { commits, area, at } = shown();
    fireEvent.pointerDown(area, at(20));
    fireEvent.pointerUp(area, at(20));
    expect(commits).toEqual([]);
  });

  it('is forgotten when the page scrolls instead', () => {
    const { commits, area, at, values } = shown();
    fireEvent.pointerDown(area, at(30));
    fireEvent.pointerCancel(area, at(30));
    expect(values()).toEqual(['20', '60']);
    expect(commits).toEqual([]);
  });
});

it('does not move while it is disabled', () => {
  const { commits, container } = show(slider, {
    type: 'slider',
    id: 'a',
    label: 'Fixed',
    default: [4],
    data_type: 'int',
    min: 0,
    max: 10,
    step: 1,
    disabled: true,
  });
  fireEvent.keyDown(screen.getByRole('slider', { name: 'Fixed' }), { key: 'End' });
  fireEvent.pointerDown(container.querySelector('.stSliderArea') as HTMLElement, { button: 0 });
  expect(commits).toEqual([]);
});
