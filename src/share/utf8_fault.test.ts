import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { utf8_fault } from './utf8_fault.ts';

test.each([
  ['Latin-1', [0x61, 0x0a, 0x62, 0xe9, 0x63], { offset: 3, line: 2 }],
  ['a lone continuation byte', [0x80], { offset: 0, line: 1 }],
  ['an overlong slash', [0x61, 0xc0, 0xaf], { offset: 1, line: 1 }],
  ['an encoded surrogate', [0xed, 0xa0, 0x80], { offset: 0, line: 1 }],
  ['a code point beyond the last', [0xf4, 0x90, 0x80, 0x80], { offset: 0, line: 1 }],
  ['a sequence cut by the end', [0x61, 0xe2, 0x82], { offset: 1, line: 1 }],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00], { offset: 0, line: 1 }],
])('%s is found where it is', (_, bytes, fault) => {
  expect(utf8_fault(new Uint8Array(bytes))).toEqual(fault);
});

test('any text passes, and a wrong byte put into it is found there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const head = utf8.encode(before);
      expect(utf8_fault(head)).toBeUndefined();
      const broken = new Uint8Array([...head, 0xff, ...utf8.encode(after)]);
      expect(utf8_fault(broken)?.offset).toBe(head.length);
    }),
    { numRuns: 200 },
  );
});

test('it agrees with the decoder about any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const fault = utf8_fault(new Uint8Array(bytes));
      const decode = (end: number) => () =>
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
      if (fault === undefined) expect(decode(bytes.length)).not.toThrow();
      else expect(decode(fault.offset)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
