/** Apart from `body.ts`, so that fflate is fetched only when it is used. */
import { deflateSync } from 'fflate';
import type { Bytes } from './bytes.ts';
import { DICTIONARY } from './dictionary.ts';

export function deflate_small(content: Bytes): Bytes {
  return new Uint8Array(deflateSync(content, { level: 9, dictionary: DICTIONARY }));
}
