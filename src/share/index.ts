/**
 * Apps as links and files. Pure: bytes in, bytes or a `ShareError` out, the same in a browser and in Node. Zips are
 * in `zip.ts`, apart because of their size.
 */
export { pack, project_id, unpack } from './archive.ts';
export { type Decoded, from_base64url, to_base64url } from './base64url.ts';
export type { Bytes } from './bytes.ts';
export { ShareError, type ShareErrorCode, type Source, share_error_codes, type Where } from './errors.ts';
export { FORMAT_VERSION } from './frame.ts';
export { type Intake, type IntakeOptions, project_of_files, project_of_script } from './intake.ts';
export { type LeftOut, type LeftOutReason, why_left_out } from './left_out.ts';
export { DEFAULT_LIMITS, type Limits, MAX_LINK } from './limits.ts';
export {
  has_app,
  type LinkOptions,
  link_of,
  private_link_of,
  project_of_link,
  size_of_link,
} from './link.ts';
export { check_path } from './paths.ts';
export { check_project, type Project } from './project.ts';
export { guess_entrypoint, is_script } from './script.ts';
export { type Lock, MIN_PASSPHRASE, new_key, open, seal } from './seal.ts';
export { secret_file } from './secret_files.ts';
export { find_suspects, type Suspect } from './suspects.ts';
