// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TooltipIcon, with_tooltip } from './tooltip.tsx';

afterEach(cleanup);

const mouse = { pointerType: 'mouse' };

it('an icon shows its help in Markdown while the pointer is over it', async () => {
  render(<TooltipIcon help="More **here**" />);
  fireEvent.pointerEnter(screen.getByTestId('stTooltipHoverTarget'), mouse);
  const box = await screen.findByRole('tooltip');
  expect(box.className).toBe('stTooltipContent');
  expect(box.querySelector('strong')?.textContent).toBe('here');
  expect(screen.getByRole('button', { name: 'Help' }).getAttribute('aria-describedby')).toBe(box.id);
  fireEvent.pointerLeave(screen.getByTestId('stTooltipHoverTarget'), mouse);
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  expect(screen.getByRole('button').hasAttribute('aria-describedby')).toBe(false);
});

it('stays while the pointer is over the box', async () => {
  render(<TooltipIcon help="More" />);
  const target = screen.getByTestId('stTooltipHoverTarget');
  fireEvent.pointerEnter(target, mouse);
  const box = await screen.findByRole('tooltip');
  fireEvent.pointerLeave(target, mouse);
  fireEvent.pointerEnter(box, mouse);
  await new Promise((done) => setTimeout(done, 300));
  expect(screen.getByRole('tooltip')).toBe(box);
});

it('a tap opens it, Escape closes it', async () => {
  render(<TooltipIcon help="More" />);
  fireEvent.click(screen.getByRole('button', { name: 'Help' }));
  await screen.findByRole('tooltip');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('tooltip')).toBeNull();
});

it('follows its help', async () => {
  const { rerender } = render(<TooltipIcon help="one" />);
  fireEvent.click(screen.getByRole('button', { name: 'Help' }));
  await screen.findByRole('tooltip');
  rerender(<TooltipIcon help="two" />);
  expect(screen.getByRole('tooltip').textContent).toBe('two');
});

it('goes with what it belongs to', async () => {
  const { unmount } = render(<TooltipIcon help="More" />);
  fireEvent.click(screen.getByRole('button', { name: 'Help' }));
  await screen.findByRole('tooltip');
  unmount();
  expect(screen.queryByRole('tooltip')).toBeNull();
});

it('describes the control inside of its target', async () => {
  render(with_tooltip('More', <button type="button">Go</button>));
  fireEvent.pointerEnter(screen.getByTestId('stTooltipHoverTarget'), mouse);
  const box = await screen.findByRole('tooltip');
  expect(screen.getByRole('button', { name: 'Go' }).getAttribute('aria-describedby')).toBe(box.id);
});

it('without help there is no target', () => {
  render(with_tooltip(undefined, <button type="button">Go</button>));
  expect(screen.queryByTestId('stTooltipHoverTarget')).toBeNull();
});
