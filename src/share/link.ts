/** Links: a page's address and, after `#app=`, the archive in base64url. Browsers do not send that part to servers. */
import { pack } from './archive.ts';
import { from_base64url, to_base64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { ShareError } from './errors.ts';
import { read_frame } from './frame.ts';
import { field, has_app } from './has_app.ts';
import { DEFAULT_LIMITS, type Limits, MAX_LINK } from './limits.ts';
import type { Project } from './project.ts';
import { KEY_LENGTH, type Lock, open_frame, seal } from './seal.ts';

/**
 * The link that opens `project` at `page_url` (any fragment and any `?app=` of it are replaced). Throws what `pack`
 * throws, `bad_page_url`, and `link_too_long` over `MAX_LINK` characters: offer a file then.
 */
export async function link_of(project: Project, page_url: string): Promise<string> {
  return not_too_long(await whole_link(project, page_url));
}

/** The characters that `link_of` would give, counted even when they are too many. Throws as `pack`. */
export async function size_of_link(project: Project, page_url: string): Promise<number> {
  return (await whole_link(project, page_url)).length;
}

/** A sealed link. A key travels in it, after `&key=`; a passphrase does not. Throws as `link_of` and `seal`. */
export async function private_link_of(project: Project, page_url: string, lock: Lock): Promise<string> {
  const sealed = `${page_of(page_url)}#app=${to_base64url(await seal(project, lock))}`;
  return not_too_long(lock.kind === 'key' ? `${sealed}&key=${to_base64url(lock.key)}` : sealed);
}

export { has_app };

export interface LinkOptions {
  /** For a link sealed with one; without it such a link throws `needs_passphrase`. */
  readonly passphrase?: string;
  readonly limits?: Limits;
}

/**
 * The project in a link, given as the fragment of its address or as the whole. Throws a `ShareError`: `no_app`, `cut`,
 * `damaged`, and what `unpack` and `open` throw.
 */
export async function project_of_link(hash: string, options: LinkOptions = {}): Promise<Project> {
  const text = field(hash, 'app');
  if (text === undefined || text === '') throw new ShareError('no_app', { source: 'link' });
  const frame = read_frame(bytes_of(text), 'link');
  const lock = frame.kind === 'sealed_with_key' ? key_in(hash) : passphrase_in(options);
  return open_frame(frame, lock, options.limits ?? DEFAULT_LIMITS, 'link');
}

async function whole_link(project: Project, page_url: string): Promise<string> {
  return `${page_of(page_url)}#app=${to_base64url(await pack(project))}`;
}

function not_too_long(link: string): string {
  if (link.length <= MAX_LINK) return link;
  throw new ShareError('link_too_long', { source: 'link', found: link.length, most: MAX_LINK });
}

function page_of(page_url: string): string {
  const url = URL.canParse(page_url) ? new URL(page_url) : undefined;
  if (url === undefined || !['https:', 'http:', 'file:'].includes(url.protocol)) {
    throw new ShareError('bad_page_url', { source: 'link', detail: page_url });
  }
  url.hash = '';
  // Only then: writing the query back would re-encode one that says nothing of apps.
  if (url.searchParams.has('app')) url.searchParams.delete('app');
  return url.href.replace(/#$/, '');
}

function bytes_of(text: string): Bytes {
  const decoded = from_base64url(text);
  if (decoded.kind === 'bad_character') {
    const { offset, char } = decoded;
    const detail = `character ${offset + 1} is “${char}”`;
    throw new ShareError('damaged', { source: 'link', offset, detail });
  }
  if (!decoded.exact) {
    // A cut leaves bits over too, and the header can tell: it throws `cut` where the end is missing.
    read_frame(decoded.bytes, 'link');
    throw new ShareError('damaged', { source: 'link', offset: text.length - 1 });
  }
  return decoded.bytes;
}

function passphrase_in(options: LinkOptions): Lock | undefined {
  return options.passphrase === undefined
    ? undefined
    : { kind: 'passphrase', passphrase: options.passphrase };
}

function key_in(hash: string): Lock | undefined {
  const text = field(hash, 'key');
  if (text === undefined || text === '') return undefined;
  const decoded = from_base64url(text);
  if (decoded.kind === 'bad_character') throw new ShareError('cannot_open', { source: 'link' });
  if (decoded.bytes.length < KEY_LENGTH) throw new ShareError('cut', { source: 'link' });
  if (decoded.bytes.length > KEY_LENGTH || !decoded.exact)
    throw new ShareError('cannot_open', { source: 'link' });
  return { kind: 'key', key: decoded.bytes };
}
