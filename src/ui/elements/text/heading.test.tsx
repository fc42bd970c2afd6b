// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { AnchorsContext } from '../../parts/anchors.ts';
import { Heading } from '../../parts/heading.tsx';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { heading } from './heading.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('heading'))('$name', ({ element }) => {
  it('is a heading of its level by its text, with its anchor, line and help', () => {
    show(heading, element);
    const shown = screen.getByRole('heading', { level: element.level, name: element.body });
    expect(shown.closest('[data-testid="stHeading"]')).not.toBeNull();
    const { anchor = element.body.toLowerCase().replaceAll(' ', '-') } = element;
    expect(shown.id).toBe(anchor === false ? '' : anchor);
    expect(screen.queryByTestId('stHeadingDivider')?.dataset['color']).toBe(element.divider);
    expect(screen.queryAllByTestId('stTooltipIcon')).toHaveLength(element.help === undefined ? 0 : 1);
  });
});

it('links to itself', () => {
  show(heading, { type: 'heading', level: 2, body: 'A *header*' });
  const actions = screen.getByTestId('stHeaderActionElements');
  expect(within(actions).getByRole('link').getAttribute('href')).toBe('#a-header');
});

it('an id is given once', async () => {
  show(heading, { type: 'heading', level: 2, body: 'Same' });
  show(heading, { type: 'heading', level: 2, body: 'Same' });
  await waitFor(() => expect(screen.getAllByRole('heading').map(({ id }) => id)).toEqual(['same', 'same-1']));
});

it('its first line is the heading, the rest is text', () => {
  show(heading, { type: 'heading', level: 1, body: 'Title\nand more' });
  expect(screen.getByRole('heading').textContent).toBe('Title');
  expect(screen.getByTestId('stHeading').textContent).toContain('and more');
});

it('has no id and no link in the sidebar', () => {
  render(
    <AnchorsContext.Provider value={false}>
      <Heading level={2} anchor="a">
        A
      </Heading>
    </AnchorsContext.Provider>,
  );
  expect(screen.getByRole('heading', { name: 'A' }).id).toBe('');
  expect(screen.queryByRole('link')).toBeNull();
});
