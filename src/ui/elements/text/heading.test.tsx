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
    const own = element.body.toLowerCase().replaceAll(' ', '-');
    const { anchor = own } = element;
    expect(shown.id).toBe(anchor === false ? own : anchor);
    expect(within(shown).queryAllByRole('link', { name: 'Link to heading' })).toHaveLength(
      anchor === false ? 0 : 1,
    );
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
  await waitFor(() =>
    expect(screen.getAllByRole('heading').map(({ id }) => id)).toEqual(['same', 'same--1']),
  );
});

it('a second heading of a text takes no other heading’s id', async () => {
  for (const body of ['Step', 'Step', 'Step 1']) show(heading, { type: 'heading', level: 2, body });
  const ids = () => screen.getAllByRole('heading').map(({ id }) => id);
  await waitFor(() => expect(ids()).toEqual(['step', 'step--1', 'step-1']));
});

it('its help and its link stand in it, after its last word, and are no part of its name', () => {
  show(heading, { type: 'heading', level: 2, body: 'Long **words**', help: 'h', icon: ':material/home:' });
  const shown = screen.getByRole('heading', { name: 'Long words' });
  expect(shown.lastElementChild).toBe(screen.getByTestId('stHeaderActionElements'));
  expect(within(shown).getByTestId('stTooltipIcon')).toBeTruthy();
});

it('a heading of one line says the whole line, and has no text below', () => {
  show(heading, { type: 'heading', level: 1, body: 'A *line*\nmore', wrap: false });
  expect(screen.getByTitle('A line').textContent).toBe('A line');
  expect(screen.getByTestId('stHeading').textContent).not.toContain('more');
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
