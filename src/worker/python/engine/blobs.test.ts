import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { is_gzip, is_whole_zip, read_blob, read_zip } from './blobs.ts';

const text = new TextEncoder().encode('Tablit '.repeat(1000));
const gzip = new Uint8Array(gzipSync(text));
const zip = zipSync({ 'a.py': text, 'b.py': text });

test.each([
  [Uint8Array.of(0x1f, 0x8b), true],
  [Uint8Array.of(0x1f, 0x8b, 8), true],
  [Uint8Array.of(0x1f), false],
  [Uint8Array.of(), false],
  [Uint8Array.of(0x50, 0x4b), false],
])('the first bytes %j are gzip: %s', (head, expected) => {
  expect(is_gzip(head)).toBe(expected);
});

test('a Blob is read the same whether it is packed or not', async () => {
  expect(await read_blob('x', new Blob([text]))).toEqual(text);
  expect(await read_blob('x', new Blob([gzip]))).toEqual(text);
});

test.each([
  ['cut short', gzip.slice(0, gzip.length - 12)],
  ['changed', Uint8Array.from(gzip, (byte, index) => (index === gzip.length - 6 ? byte ^ 0xff : byte))],
])('a packed file that is %s is named', async (_what, bytes) => {
  await expect(read_blob('x.wasm', new Blob([bytes]))).rejects.toMatchObject({
    code: 'damaged_file',
    file: 'x.wasm',
  });
});

test('an empty file is read as empty', async () => {
  expect(await read_blob('x', new Blob([]))).toEqual(new Uint8Array());
});

test('a zip is whole only to its last byte', () => {
  expect(is_whole_zip(zip)).toBe(true);
  for (const length of [0, 10, zip.length >> 1, zip.length - 1]) {
    expect(is_whole_zip(zip.slice(0, length))).toBe(false);
  }
  expect(is_whole_zip(Uint8Array.of(...zip, 0))).toBe(false);
});

test('a zip may carry a comment', () => {
  const commented = new Uint8Array([...zip, 1, 2, 3]);
  new DataView(commented.buffer).setUint16(zip.length - 2, 3, true);
  expect(is_whole_zip(commented)).toBe(true);
});

test('an archive that is cut short is named', async () => {
  const half = new Blob([zip.slice(0, zip.length >> 1)]);
  await expect(read_zip('stdlib.zip', half)).rejects.toMatchObject({
    code: 'damaged_file',
    file: 'stdlib.zip',
  });
});
