// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Markdown } from './markdown.tsx';

afterEach(cleanup);

it('a text with marks keeps its room until its reader has arrived', async () => {
  const { container } = render(<Markdown body="a **b**" />);
  expect(container.querySelector('.stMarkdownWaiting')?.textContent).toBe('a **b**');
  await waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('b'));
  expect(container.querySelector('.stMarkdownWaiting')).toBeNull();
});

it('a plain text waits for nothing', () => {
  const { container } = render(<Markdown body="a text" inline />);
  expect(container.querySelector('p')?.outerHTML).toBe('<p>a text</p>');
});

it('is shown as it is when its reader does not come', async () => {
  vi.resetModules();
  vi.doMock('./markdown_reader.ts', () => {
    throw new Error('offline');
  });
  const alone = await import('./markdown.tsx');
  const { container } = render(<alone.Markdown body="a **b**" />);
  await waitFor(() => expect(container.querySelector('.stMarkdownWaiting')).toBeNull());
  expect(container.querySelector('p')?.textContent).toBe('a **b**');
});
