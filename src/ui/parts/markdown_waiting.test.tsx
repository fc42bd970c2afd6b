// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';

afterEach(cleanup);

it('a text with marks is there as it is until its reader has arrived', async () => {
  const { container } = render(<Markdown body="a **b**" />);
  expect(container.querySelector('.stMarkdownWaiting')?.textContent).toBe('a **b**');
  await waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('b'));
  expect(container.querySelector('.stMarkdownWaiting')).toBeNull();
});

it('a plain text waits for nothing', () => {
  const { container } = render(<Markdown body="a text" inline />);
  expect(container.querySelector('p')?.outerHTML).toBe('<p>a text</p>');
});
