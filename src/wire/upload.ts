/** Files that a reader chose, on their way to the script. */
import { type Infer, type Schema, s } from './schema.ts';
import type { Uploaded } from './uploaded.ts';

const blob: Schema<Blob> = {
  py: 'bytes',
  check: (value) => (value instanceof Blob ? undefined : { path: [], expected: 'a file' }),
};

/** A file for the worker: a handle, whose bytes the worker reads, or does not. */
export const upload = s.object({
  /** The id of the widget that it was chosen in. */
  widget: s.string,
  /** Made by the page, another one for each file. */
  file_id: s.string,
  name: s.string,
  data: blob,
});
export type Upload = Infer<typeof upload>;

/** Why there is no file: the widget is gone or off, the file is of another type, too large, cannot be read any more. */
export type UploadRefusal = 'gone' | 'wrong_type' | 'too_large' | 'unreadable' | 'no_room';

export type UploadAnswer =
  | { readonly kind: 'taken'; readonly file: Uploaded }
  | { readonly kind: 'refused'; readonly reason: UploadRefusal };
