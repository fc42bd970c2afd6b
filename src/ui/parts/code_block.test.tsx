// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CodeBlock } from './code_block.tsx';
import { highlight } from './highlight.tsx';

afterEach(cleanup);

it('shows the code at once, and its colours when they are there', async () => {
  const { container } = render(<CodeBlock code={'import os\nx = 1'} language="python" />);
  expect(container.querySelector('code')?.textContent).toBe('import os\nx = 1');
  await waitFor(() => expect(container.querySelector('.token.keyword')?.textContent).toBe('import'));
  expect(container.querySelector('code')?.className).toBe('language-python');
  expect(container.querySelector('code')?.textContent).toBe('import os\nx = 1');
});

it('a token of several lines is coloured in each', () => {
  expect(highlight('"""a\nb"""', 'python')).toHaveLength(2);
});

it.each(['py', 'js', 'ts', 'sh', 'yml', 'html', 'c++', 'rs', 'dockerfile', 'TOML', 'json'])(
  'knows %s',
  (language) => expect(highlight('a', language)).toBeDefined(),
);

it.each(['nosuch', 'extend', 'constructor', 'insertBefore', 'DFS'])('knows no %s', (language) => {
  expect(highlight('a', language)).toBeUndefined();
});

it('lends its global name to nobody', () => expect(globalThis).not.toHaveProperty('Prism'));

it('numbers lines outside of the text', () => {
  const { container } = render(<CodeBlock code={'a\nb'} line_numbers />);
  expect(container.querySelectorAll('.stCodeLine')).toHaveLength(2);
  expect(container.querySelector('code')?.textContent).toBe('a\nb');
});

it('copies all of it', () => {
  const write = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText: write } });
  render(<CodeBlock code={'a\nb'} line_numbers />);
  fireEvent.click(screen.getByTestId('stBaseButton-elementToolbar'));
  expect(write).toHaveBeenCalledWith('a\nb');
  vi.unstubAllGlobals();
});
