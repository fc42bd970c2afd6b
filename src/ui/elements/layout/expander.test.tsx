// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { expander } from './expander.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('expander'))('$name', ({ element }) => {
  it('is open when the script says so, and always holds its children', () => {
    const { container } = show(expander, element, { children: <i>inside</i> });
    expect(container.querySelector('details')?.open).toBe(element.expanded ?? false);
    expect(screen.getByTestId('stExpanderDetails').textContent).toBe('inside');
    expect(container.querySelector('summary')?.textContent).toContain(element.label.slice(0, 3));
  });
});

it('stays as the reader left it while the script says nothing new', () => {
  const shown = show(expander, { type: 'expander', label: 'More' });
  const details = shown.container.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  shown.update({ type: 'expander', label: 'More still' });
  expect(details.open).toBe(true);
});

/** A `details` says by itself that it was opened. */
const toggle = (details: HTMLDetailsElement, open: boolean) =>
  act(() => {
    details.open = open;
  });

it('commits that it was opened when the script follows it, and nothing else does', () => {
  const followed = show(expander, { type: 'expander', id: 'e', label: 'More' });
  toggle(followed.container.querySelector('details') as HTMLDetailsElement, true);
  expect(followed.commits).toEqual([true]);
  toggle(followed.container.querySelector('details') as HTMLDetailsElement, true);
  expect(followed.commits).toEqual([true]);
});

it('commits nothing when the script does not follow it', () => {
  const { container, commits } = show(expander, { type: 'expander', label: 'More' });
  toggle(container.querySelector('details') as HTMLDetailsElement, true);
  expect(commits).toEqual([]);
});

it('opens anew when the script says so anew', () => {
  const { container, update } = show(expander, { type: 'expander', label: 'More' });
  update({ type: 'expander', label: 'More', expanded: true });
  expect(container.querySelector('details')?.open).toBe(true);
});

it.each([
  [undefined, undefined, ['stExpanderToggleIcon']],
  [undefined, '🎉', ['stExpanderIcon', 'stIconEmoji']],
  ['compact', undefined, ['stExpanderToggleIcon']],
  ['compact', '🎉', ['stExpanderIcon', 'stIconEmoji', 'stExpanderToggleIcon']],
  ['step', undefined, ['stExpanderStepIcon', 'stExpanderStepChevron', 'stExpanderToggleIcon']],
] as const)('a summary of the kind %s with the icon %s shows %j', (variant, icon, ids) => {
  const { container } = show(expander, {
    type: 'expander',
    label: 'More',
    ...(variant && { variant }),
    ...(icon && { icon }),
  });
  const marks = [...container.querySelectorAll<HTMLElement>('summary [data-testid]')];
  expect(marks.map(({ dataset }) => dataset['testid']).filter((id) => id !== 'stMarkdownContainer')).toEqual(
    ids,
  );
});
