import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { build_bootstrap, sha256_base64 } from './bootstrap.ts';

test('the bootstrap is one classic script that cannot end its element', async () => {
  const { text } = await build_bootstrap();
  expect(() => new Function(text)).not.toThrow();
  expect(text).not.toMatch(/\n|<\/script|<!--|\bimport\b|\bexport\b/i);
  expect(text.length).toBeLessThan(1000);
});

test('its hash is the one that a browser computes', async () => {
  const { text, sha256 } = await build_bootstrap();
  expect(sha256).toBe(createHash('sha256').update(text, 'utf8').digest('base64'));
  expect(sha256_base64('')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});
