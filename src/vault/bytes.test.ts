import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, base64url, concat, fromBase64, fromUtf8, hex, samePublicBytes, u64, utf8 } from './bytes.ts';

test('base64 gives back every byte string, and agrees with Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64(base64(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('base64 of more bytes than a call has arguments works', () => {
  const bytes = new Uint8Array(300_000).fill(7);
  expect(samePublicBytes(fromBase64(base64(bytes)), bytes)).toBe(true);
});

test.each(['A', 'AA', 'AA=', 'AB==', 'AA==\n', ' AAAA', 'AA-_', 'é', 'AAAA='])(
  'base64 refuses %j, which it would never write',
  (text) => {
    expect(fromBase64(text)).toBeUndefined();
  },
);

test('UTF-8 keeps a byte order mark and refuses broken sequences', () => {
  expect(fromUtf8(utf8('\ufeffé😀'))).toBe('\ufeffé😀');
  expect(fromUtf8(Uint8Array.of(0xc3, 0x28))).toBeUndefined();
});

test('small helpers do what they say', () => {
  expect(hex(Uint8Array.of(0, 10, 255))).toBe('000aff');
  expect(u64(2 ** 53 - 1)).toEqual(Uint8Array.of(0, 0x1f, 255, 255, 255, 255, 255, 255));
  expect(concat([Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)])).toEqual(Uint8Array.of(1, 2, 3));
  expect(samePublicBytes(undefined, undefined)).toBe(true);
  expect(samePublicBytes(undefined, new Uint8Array(0))).toBe(false);
  expect(samePublicBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
});
