import { constants, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Bytes } from './bytes.ts';
import { concat } from './bytes.ts';
import { deflate, inflate, slices } from './deflate.ts';
import { refusal_code } from './testing/refusal.ts';

const MIB = 1024 * 1024;

test('no slice is drawn before the output of the ones before it was counted', async () => {
  const block = deflateRawSync(Buffer.alloc(MIB), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = concat([...new Array<Uint8Array>(1000).fill(block), new Uint8Array([3, 0])]);
  let drawn = 0;
  function* counted(): Generator<Bytes> {
    for (const slice of slices(packed)) {
      drawn += slice.length;
      yield slice;
    }
  }
  const most = { bytes: 32 * MIB, code: 'too_large', most: 32 * MIB } as const;
  expect(await refusal_code(() => inflate(counted(), most))).toBe('too_large');
  // 32 MiB of zeros are two slices; a few more may be on their way through the stream's queues.
  expect(drawn).toBeLessThan(8 * 16 * 1024);
});

test('exactly the limit passes, one byte more does not', async () => {
  const packed = await deflate(new Uint8Array(100_000));
  const most = (bytes: number) => ({ bytes, code: 'bomb', most: 1 }) as const;
  expect((await inflate(slices(packed), most(100_000))).length).toBe(100_000);
  expect(await refusal_code(() => inflate(slices(packed), most(99_999)))).toBe('bomb');
});
