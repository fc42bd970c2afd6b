import { expect, it } from 'vitest';
import { unlock_words } from './unlock_words.ts';

it('says that something is sent only where it is', () => {
  expect(unlock_words('send', 'Weather', 'the secret K')).toBe(
    'Weather sends the secret K, and the vault is locked.',
  );
  const looked_for = unlock_words('look_for', 'Weather', 'the secret K');
  expect(looked_for).toContain('the secret K before');
  expect(looked_for).toContain('Nothing of it is sent now.');
  expect(looked_for).not.toMatch(/sends/);
  expect(unlock_words('sign_in', 'Weather', 'the secret auth.client_id')).not.toMatch(/send|client_id/);
});
