/** The chunk that knows how letters of other scripts are written in Latin ones. */
import slugify from '@sindresorhus/slugify';

/** `größe` → `groesse`, `A & B` → `a-and-b`, `camelCase` → `camel-case`. What has no such letters gets a number of its own. */
export function slug(text: string): string {
  return slugify(text) || xxhash32(new TextEncoder().encode(text), SEED).toString(16);
}

const SEED = 0xabcd;
const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P4 = 0x27d4eb2f;
const P5 = 0x165667b1;

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));
const round = (sum: number, word: number) => Math.imul(rotated((sum + Math.imul(word, P2)) | 0, 13), P1);

/** xxHash of 32 bits: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export function xxhash32(bytes: Uint8Array, seed: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let sum = (seed + P5) | 0;
  if (bytes.length >= 16) {
    const lanes = [(seed + P1 + P2) | 0, (seed + P2) | 0, seed | 0, (seed - P1) | 0];
    for (; at <= bytes.length - 16; at += 16) {
      lanes.forEach((lane, index) => {
        lanes[index] = round(lane, view.getUint32(at + index * 4, true));
      });
    }
    sum = lanes.reduce((all, lane, index) => (all + rotated(lane, [1, 7, 12, 18][index] as number)) | 0, 0);
  }
  sum = (sum + bytes.length) | 0;
  for (; at <= bytes.length - 4; at += 4) {
    sum = Math.imul(rotated((sum + Math.imul(view.getUint32(at, true), P3)) | 0, 17), P4);
  }
  for (; at < bytes.length; at++) {
    sum = Math.imul(rotated((sum + Math.imul(view.getUint8(at), P5)) | 0, 11), P1);
  }
  sum = Math.imul(sum ^ (sum >>> 15), P2);
  sum = Math.imul(sum ^ (sum >>> 13), P3);
  return (sum ^ (sum >>> 16)) >>> 0;
}
