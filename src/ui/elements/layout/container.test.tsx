// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { container } from './container.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('container'))('$name', ({ element }) => {
  it('holds its children in a column or a row', () => {
    show(container, element, { children: <i>inside</i> });
    const block = screen.getByTestId(element.horizontal ? 'stHorizontalBlock' : 'stVerticalBlock');
    expect(block.textContent).toBe('inside');
    expect(block.dataset['border']).toBe(String(element.border ?? false));
    if (element.key)
      expect(block.className).toContain(`st-key-${element.key.replace(/[^A-Za-z0-9_-]/g, '-')}`);
  });
});

it('says how it shares a row, and scrolls when it has a height', () => {
  const { update } = show(container, { type: 'container', width: 'stretch', height: 'stretch' });
  const wrapper = () => screen.getByTestId('stLayoutWrapper');
  expect(wrapper().dataset).toMatchObject({ width: 'stretch', height: 'stretch' });
  update({ type: 'container', width: 300, height: 200 });
  expect(wrapper().style.cssText).toContain('height: 200px');
  expect(wrapper().dataset['width']).toBe('fixed');
  expect(screen.getByTestId('stVerticalBlock').dataset['scroll']).toBe('true');
});

it('has the name that older styles look for around a border', () => {
  const { update } = show(container, { type: 'container', border: true });
  expect(screen.getByTestId('stVerticalBlock').parentElement?.dataset['testid']).toBe(
    'stVerticalBlockBorderWrapper',
  );
  update({ type: 'container' });
  expect(screen.queryByTestId('stVerticalBlockBorderWrapper')).toBeNull();
});
