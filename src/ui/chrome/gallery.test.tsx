// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Gallery } from './gallery.tsx';

afterEach(cleanup);

const none = { onShare: () => undefined, onOpenFile: () => undefined };

const app = (slug: string, lines: number) => ({
  slug,
  title: `App ${slug}`,
  description: `About ${slug}`,
  source: Array.from({ length: lines }, (_, index) => `x${index} = ${index}`).join('\n'),
  href: `?app=${slug}`,
});

test('each app has a name, its source and one click to open it', () => {
  render(<Gallery {...none} apps={[app('a', 3), app('b', 40)]} />);
  const [a] = screen.getAllByRole('article');
  expect(screen.getAllByRole('article')).toHaveLength(2);
  expect(a?.textContent).toContain('About a');
  expect(
    within(a as HTMLElement)
      .getByRole('link', { name: 'Open App a' })
      .getAttribute('href'),
  ).toBe('?app=a');
  expect(within(a as HTMLElement).getByRole('region', { name: 'Source of App a' }).textContent).toContain(
    'x2',
  );
});

test('a long source is unfolded on demand', () => {
  render(<Gallery {...none} apps={[app('a', 3), app('b', 40)]} />);
  const button = screen.getByRole('button', { name: 'Show all 40 lines' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(button);
  expect(screen.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true');
});

test('the theme is chosen where there is who remembers it', () => {
  const choose = vi.fn();
  render(<Gallery {...none} apps={[]} theme="light" onTheme={choose} />);
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(choose).toHaveBeenCalledWith('dark');
  expect(screen.getByText('There are no apps here yet.')).toBeTruthy();
});

test('each app can be shared, and one of the reader’s own opened', () => {
  const heard: string[] = [];
  render(
    <Gallery
      apps={[app('a', 3), app('b', 40)]}
      onShare={(slug) => heard.push(slug)}
      onOpenFile={() => heard.push('file')}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Share App b' }));
  fireEvent.click(screen.getByRole('button', { name: 'Open your own' }));
  expect(heard).toEqual(['b', 'file']);
});
