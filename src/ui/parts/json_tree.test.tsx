// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { JsonTree } from './json_tree.tsx';

afterEach(cleanup);

it('opens so many levels', () => {
  render(<JsonTree value={{ a: { b: { c: 1 } } }} depth={2} />);
  expect(screen.getByText('"b"')).toBeTruthy();
  expect(screen.queryByText('"c"')).toBeNull();
});

it('makes what is inside when it is opened', async () => {
  const { container } = render(<JsonTree value={{ a: 1 }} depth={0} />);
  expect(container.textContent).toContain('{...}');
  expect(container.querySelector('.stJsonSize')?.getAttribute('data-size')).toBe('1 item');
  const details = container.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(await screen.findByText('"a"')).toBeTruthy();
});

it('groups long lists', () => {
  const { container } = render(
    <JsonTree value={Array.from({ length: 250 }, (_, index) => index)} depth={9} />,
  );
  const heads = [...container.querySelectorAll('.stJsonItems summary')].map((head) => head.textContent);
  expect(heads).toEqual(['0 – 99[...]', '100 – 199[...]', '200 – 249[...]']);
});

it('copies a value by its button', async () => {
  const write = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText: write } });
  render(<JsonTree value={[1]} depth={1} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy to clipboard' }));
  expect(write).toHaveBeenCalledWith('[\n  1\n]');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  vi.unstubAllGlobals();
});
