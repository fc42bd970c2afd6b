import { widget } from '../../element.ts';
import { s } from '../../schema.ts';
import { uploaded } from '../../uploaded.ts';

/** `st.file_uploader`. The value is the files that the worker has, at most one unless `multiple` is there. */
export const file_uploader = widget('file_uploader', s.array(uploaded), {
  /** Endings that a name may have, lower case, with their dot; absent for any. */
  types: s.optional(s.array(s.string)),
  multiple: s.optional(s.one_of('files', 'directory')),
  /** Mebibytes that a file may have. */
  max_upload_size: s.integer,
});
