// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { OfflineNotice } from './offline.tsx';
import { type OfflineState, offline_words } from './offline_view.ts';

afterEach(cleanup);

const show = (state: OfflineState) => {
  const [onReload, onClose] = [vi.fn(), vi.fn()];
  render(<OfflineNotice state={state} onReload={onReload} onClose={onClose} />);
  return { onReload, onClose };
};

it('offers to reload when an update is ready, and stays', async () => {
  vi.useFakeTimers();
  const { onReload, onClose } = show({ kind: 'update_ready' });
  screen.getByRole('button', { name: 'Reload' }).click();
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  expect(onReload).toHaveBeenCalledOnce();
  expect(onClose).not.toHaveBeenCalled();
});

it('says for a moment that the app is available offline', () => {
  vi.useFakeTimers();
  const { onClose } = show({ kind: 'available' });
  expect(screen.getByRole('status').textContent).toBe('Available offline');
  vi.advanceTimersByTime(6_000);
  vi.useRealTimers();
  expect(onClose).toHaveBeenCalled();
});

it('says nothing while the app is being stored', () => {
  show({ kind: 'storing', done: 1, total: 2 });
  expect(screen.queryByTestId('stOfflineNotice')).toBeNull();
});

it('says how much is stored of what is needed', () => {
  const words = (state: OfflineState) => offline_words(state);
  expect(words({ kind: 'storing', done: 5_000_000, total: 10_000_000 }).label).toContain('50%');
  expect(words({ kind: 'failed', reason: 'network', done: 5_000_000, total: 10_000_000 }).text).toMatch(
    /5(\.0)? MB of 10(\.0)? MB/,
  );
  expect(words({ kind: 'failed', reason: 'quota', done: 0, total: 10_000_000 }).text).toContain('no room');
});
