import { expect, it, vi } from 'vitest';
import { make_unlock_asker } from './unlock_asker.ts';

it('opens one window for all who ask at once', async () => {
  const show = vi.fn(async () => true);
  const asker = make_unlock_asker(show);
  expect(await Promise.all([asker.ask('a'), asker.ask('b')])).toEqual([true, true]);
  expect(show).toHaveBeenCalledTimes(1);
});

it('does not ask again after it was waved away, until it is forgiven', async () => {
  const show = vi.fn(async () => false);
  const asker = make_unlock_asker(show);
  expect(await asker.ask('a')).toBe(false);
  expect(await asker.ask('b')).toBe(false);
  expect(show).toHaveBeenCalledTimes(1);
  asker.forgive();
  await asker.ask('c');
  expect(show).toHaveBeenCalledTimes(2);
});

it('asks again after the vault was opened and locked once more', async () => {
  const show = vi.fn(async () => true);
  const asker = make_unlock_asker(show);
  await asker.ask('a');
  await asker.ask('b');
  expect(show).toHaveBeenCalledTimes(2);
});
