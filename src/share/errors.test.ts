import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ShareError, share_error_codes } from './errors.ts';

const everything = {
  source: 'link',
  path: 'a.py',
  other: 'A.py',
  offset: 3,
  line: 1,
  most: 2,
  found: 3,
  detail: 'x',
} as const;

test('every error says what is wrong and what to do, with nothing left open', () => {
  for (const code of share_error_codes) {
    const error = new ShareError(code, everything);
    expect(error.message, code).toMatch(/[.]$/);
    expect(`${error.message} ${error.hint}`, code).not.toMatch(/undefined|NaN|\[object/);
    expect(error.hint.length, code).toBeGreaterThan(20);
  }
});

test('the page for users lists exactly these codes', async () => {
  const page = await readFile(new URL('../../docs/sharing.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z0-9_]+)` \|/gm)].map((row) => row[1]);
  expect(listed.sort()).toEqual([...share_error_codes].sort());
});

test('an error shows a hostile name as text that hides nothing', () => {
  const { message } = new ShareError('path_control', { path: 'a\u202e\u0000yp.exe' });
  expect(message).toContain('“a\\u{202e}\\u{0}yp.exe”');
  expect(new ShareError('path_too_long', { path: 'x'.repeat(5000) }).message.length).toBeLessThan(250);
});
