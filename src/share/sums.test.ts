import fc from 'fast-check';
import { expect, test } from 'vitest';
import { from_base64url, to_base64url } from './base64url.ts';
import { utf8 } from './bytes.ts';
import { crc16 } from './crc16.ts';
import { crc32 } from './crc32.ts';

test('both sums give the value that their catalogues name for 123456789', () => {
  const bytes = utf8.encode('123456789');
  expect(crc16(bytes)).toBe(0x29b1);
  expect(crc32(bytes)).toBe(0xcbf43926);
});

test('base64url of any bytes comes back and is exact', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = to_base64url(bytes);
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      const decoded = from_base64url(text);
      expect(decoded).toEqual({ kind: 'bytes', bytes: new Uint8Array(bytes), exact: true });
    }),
  );
});

test('base64url of more than one piece is what one piece would be', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 7919) & 0xff);
  expect(to_base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
});

test('base64url tells a foreign character and bits left over', () => {
  expect(from_base64url('AA+A')).toEqual({ kind: 'bad_character', offset: 2, char: '+' });
  expect(from_base64url('AAA😀')).toEqual({ kind: 'bad_character', offset: 3, char: '😀' });
  expect(from_base64url('AB')).toMatchObject({ exact: false });
  expect(from_base64url('AAAAA')).toMatchObject({ exact: false });
});
