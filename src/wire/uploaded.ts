import { type Infer, s } from './schema.ts';

/** A file that the worker has, as the page and the script know it. */
export const uploaded = s.object({
  file_id: s.string,
  /** As `file_name.ts` makes it; of a directory the path inside of it. */
  name: s.string,
  /** The media type that the browser gives it, empty for none. */
  type: s.string,
  /** Bytes. */
  size: s.integer,
});
export type Uploaded = Infer<typeof uploaded>;
