/** Raw deflate with the platform's own streams. */
import { type Bytes, concat } from './bytes.ts';
import { ShareError } from './errors.ts';
import type { most_unpacked } from './limits.ts';

/** Equal input gives equal output in one engine, not across engines: never hash the result. */
export async function deflate(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * An engine may inflate all that it was given before it lets anyone look at the output. With slices of this many bytes
 * no more than about 16 MiB (deflate's best ratio is 1032) can exist beyond what was counted.
 */
const SLICE = 16 * 1024;

export function* slices(bytes: Bytes): Generator<Bytes, void> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

/**
 * Inflates `parts`, drawing one at a time and only when the output before it was counted. Throws `most.code` as soon as
 * the output passes `most.bytes`, and `damaged` where the stream is not deflate or has no end.
 */
export async function inflate(
  parts: Iterable<Bytes>,
  most: ReturnType<typeof most_unpacked>,
): Promise<Bytes> {
  const iterator = parts[Symbol.iterator]();
  const source = new ReadableStream<Bytes>(
    {
      pull(controller) {
        const { value, done } = iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read().catch((cause: unknown) => {
      throw new ShareError('damaged', {}, cause);
    });
    if (done) return concat(chunks);
    length += value.length;
    if (length > most.bytes) {
      // Whether the engine manages to stop tidily is no concern of the reader's.
      reader.cancel().catch(() => undefined);
      throw new ShareError(most.code, { most: most.most });
    }
    chunks.push(value);
  }
}
