import { describe, expect, it } from 'vitest';
import type { Uploaded } from '../wire/uploaded.ts';
import { take_upload, type UploadPlace } from './uploads.ts';

/** A file that says how often it was read, and can say a size that it does not have. */
class WatchedFile extends Blob {
  reads = 0;
  readonly #size: number | undefined;

  constructor(text: string, size?: number) {
    super([text], { type: 'text/csv' });
    this.#size = size;
  }

  override get size(): number {
    return this.#size ?? super.size;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.reads++;
    return super.arrayBuffer();
  }
}

/** One uploader, `w`, for CSV files of at most 100 bytes. */
function a_place() {
  const kept: [Uploaded, string][] = [];
  const place: UploadPlace = {
    refusal(widget, name, size) {
      if (widget !== 'w') return 'gone';
      if (!name.endsWith('.csv')) return 'wrong_type';
      return size > 100 ? 'too_large' : undefined;
    },
    put: (_widget, file, bytes) => kept.push([file, new TextDecoder().decode(bytes)]),
  };
  return { kept, place };
}

const sent = (data: Blob, change: object = {}) => ({
  widget: 'w',
  file_id: 'f-1',
  name: 'a.csv',
  data,
  ...change,
});

describe('an upload', () => {
  it('is read and kept, and known by its id', async () => {
    const { kept, place } = a_place();
    const answer = await take_upload(sent(new WatchedFile('1,2')), place);
    const file = { file_id: 'f-1', name: 'a.csv', type: 'text/csv', size: 3 };
    expect(answer).toEqual({ kind: 'taken', file });
    expect(kept).toEqual([[file, '1,2']]);
  });

  describe('promise: Uploads are checked before they are read: in the worker, when the page was passed by', () => {
    it.each([
      ['a widget that there is not', { widget: 'no' }, undefined, 'gone'],
      ['another type', { name: 'a.csv.exe' }, undefined, 'wrong_type'],
      ['another type behind a mark', { name: 'a\u202evsc.exe' }, undefined, 'wrong_type'],
      ['1 GB', {}, 2 ** 30, 'too_large'],
    ])('%s', async (_what, change, size, reason) => {
      const { kept, place } = a_place();
      const data = new WatchedFile('1,2', size);
      expect(await take_upload(sent(data, change), place)).toEqual({ kind: 'refused', reason });
      expect(data.reads).toBe(0);
      expect(kept).toEqual([]);
    });
  });

  it('has a safe name, whatever the page sent', async () => {
    const { kept, place } = a_place();
    await take_upload(sent(new WatchedFile('x'), { name: '../..\\nul.csv' }), place);
    expect(kept[0]?.[0].name).toBe('_nul.csv');
  });

  it('that is longer than it said is refused as unreadable', async () => {
    const { kept, place } = a_place();
    const answer = await take_upload(sent(new WatchedFile('x'.repeat(1000), 10)), place);
    expect(answer).toEqual({ kind: 'refused', reason: 'unreadable' });
    expect(kept).toEqual([]);
  });

  it('that vanished, or for which there is no room, is refused', async () => {
    const { place } = a_place();
    const gone = new WatchedFile('x');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await take_upload(sent(gone), place)).toEqual({ kind: 'refused', reason: 'unreadable' });
    const full: UploadPlace = {
      ...place,
      put: () => {
        throw new RangeError('no memory');
      },
    };
    expect(await take_upload(sent(new WatchedFile('x')), full)).toEqual({
      kind: 'refused',
      reason: 'no_room',
    });
  });

  it.each([
    null,
    'text',
    {},
    { widget: 'w', file_id: 'f', name: 'a.csv', data: 'no file' },
    { widget: 'w', file_id: 7, name: 'a.csv', data: new Blob() },
    { widget: 'w', file_id: 'f', name: 'a.csv', data: new Blob(), more: 1 },
    { widget: 'w', file_id: '../f', name: 'a.csv', data: new Blob() },
  ])('that is none is refused: %j', async (forged) => {
    await expect(take_upload(forged, a_place().place)).rejects.toThrow(/^upload.*expected/);
  });
});
