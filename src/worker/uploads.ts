/** Takes files that a reader chose: first looked at, then read, then handed to the language. */
import { safe_file_path } from '../wire/file_name.ts';
import { parse } from '../wire/schema.ts';
import { type Upload, type UploadAnswer, type UploadRefusal, upload } from '../wire/upload.ts';
import type { Uploaded } from '../wire/uploaded.ts';

/** Where uploads go. */
export interface UploadPlace {
  /** Why the widget does not take a file of that name and size (bytes); undefined when it does. */
  refusal(widget: string, name: string, size: number): UploadRefusal | undefined;
  /** Keeps the bytes. Throws when there is no room for them. */
  put(widget: string, file: Uploaded, bytes: ArrayBuffer): void;
}

const id_pattern = /^[\w-]{1,64}$/;

/** Throws a `WireError` or a `RangeError` for what no page of ours sends. */
export async function take_upload(sent: unknown, place: UploadPlace): Promise<UploadAnswer> {
  const { widget, file_id, name: given, data } = parse(upload, sent, 'upload');
  if (!id_pattern.test(file_id)) throw new RangeError('upload.file_id: expected letters and digits');
  const name = safe_file_path(given);
  const reason = place.refusal(widget, name, data.size);
  if (reason) return { kind: 'refused', reason };
  return read_into(place, { widget, file_id, name, data });
}

/** Takes a file that was looked at by an earlier worker. */
export async function read_into(place: UploadPlace, sent: Upload): Promise<UploadAnswer> {
  const { widget, file_id, name, data } = sent;
  const bytes = await read(data);
  if (bytes === undefined) return { kind: 'refused', reason: 'unreadable' };
  const file = { file_id, name, type: data.type, size: bytes.byteLength };
  try {
    place.put(widget, file, bytes);
  } catch {
    return { kind: 'refused', reason: 'no_room' };
  }
  return { kind: 'taken', file };
}

/** Undefined when the file has changed or vanished since it was chosen. */
async function read(data: Blob): Promise<ArrayBuffer | undefined> {
  try {
    const bytes = await data.arrayBuffer();
    return bytes.byteLength === data.size ? bytes : undefined;
  } catch {
    return undefined;
  }
}
