/** The body of an archive: its content, deflated by a stream that may refer back into the dictionary. */
import { type Bytes, concat } from './bytes.ts';
import { deflate, inflate, slices } from './deflate.ts';
import { DICTIONARY } from './dictionary.ts';
import type { most_unpacked } from './limits.ts';

/** Content up to this many bytes can become a link, and is worth the slower, shorter way. */
const SMALL = 64 * 1024;

/**
 * Small content is packed by fflate, which takes a dictionary where the platform's streams do not, and gives the same
 * bytes in every engine. All else is packed by the platform, many times quicker, and refers to the dictionary nowhere.
 */
export async function pack_body(content: Bytes): Promise<Bytes> {
  if (content.length > SMALL) return deflate(content);
  // Loaded when something small is first shared: opening an app does not need it.
  const { deflate_small } = await import('./deflate_small.ts');
  return deflate_small(content);
}

/** Throws as `inflate`. `most` counts content, not the dictionary. */
export async function unpack_body(body: Bytes, most: ReturnType<typeof most_unpacked>): Promise<Bytes> {
  const length = DICTIONARY.length;
  const inflated = await inflate(primed(body), { ...most, bytes: most.bytes + length });
  return inflated.subarray(length);
}

/**
 * The platform's streams take no dictionary either, but a deflate stream may start with bytes as they are: a stored
 * block (RFC 1951, 3.2.4) of the dictionary puts it into the window, and the body goes on from the byte after it.
 */
function* primed(body: Bytes): Generator<Bytes, void> {
  const header = new Uint8Array(5);
  const view = new DataView(header.buffer);
  view.setUint16(1, DICTIONARY.length, true);
  view.setUint16(3, ~DICTIONARY.length, true);
  yield concat([header, DICTIONARY]);
  yield* slices(body);
}
