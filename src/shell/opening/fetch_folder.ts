/** An app behind the address of a folder: each file that its listing names is fetched. */
import {
  type Bytes,
  DEFAULT_LIMITS,
  type Intake,
  type LeftOut,
  project_of_files,
  ShareError,
  why_left_out,
} from '../../share/index.ts';
import { decoded } from '../../wire/decoded.ts';
import { type Answer, fetch_bytes } from './fetch_bytes.ts';
import { type Listing, listing_of } from './listing.ts';
import { NotOpened } from './not_opened.ts';

/** Bytes of a listing. */
const MOST_LISTED = 2 ** 20;
/** A folder that is listed without end is no app: each of its files is a request. */
const MOST_FILES = 200;
const DEEPEST = 6;

/** Undefined when `bytes`, the answer for the folder `at`, lists no script. Throws a `NotOpened` or a `ShareError`. */
export async function fetch_folder({ at, bytes }: Answer): Promise<Intake | undefined> {
  const top = read_listing(bytes.subarray(0, MOST_LISTED), at);
  if (!top?.files.some(({ pathname }) => pathname.endsWith('.py'))) return undefined;
  const files = new Map<string, Bytes>();
  const left_out = new Map<string, LeftOut>();
  let room = DEFAULT_LIMITS.max_unpacked;
  const path_of = ({ href }: URL) => decoded(href.slice(at.href.length));
  /** Neither what tools left there nor a secret is even asked for. */
  const is_left_out = (path: string, shown = path): boolean => {
    const out = why_left_out(path);
    if (out) left_out.set(shown, { ...out, path: shown });
    return out !== undefined;
  };
  const gather = async (listing: Listing, depth: number): Promise<void> => {
    for (const url of listing.files) {
      const path = path_of(url);
      if (is_left_out(path)) continue;
      if (files.has(path)) throw new ShareError('same_name', { path, other: path });
      if (files.size === MOST_FILES) throw too_many(at);
      const answer = await fetch_bytes(url, () => room);
      room -= answer.bytes.length;
      files.set(path, answer.bytes);
    }
    for (const url of listing.folders) {
      // Of some folders any file is left out: then the folder is named.
      if (is_left_out(`${path_of(url)}any`, path_of(url))) continue;
      if (depth === DEEPEST) throw too_many(at);
      const answer = await fetch_bytes(url, () => MOST_LISTED);
      const inside = read_listing(answer.bytes, url);
      if (!inside) throw no_listing(url);
      await gather(inside, depth + 1);
    }
  };
  await gather(top, 1);
  const { project, left_out: more } = project_of_files(files);
  return { project, left_out: [...left_out.values(), ...more] };
}

function read_listing(bytes: Bytes, folder: URL): Listing | undefined {
  return listing_of(new TextDecoder().decode(bytes), folder);
}

function too_many({ host }: URL): NotOpened {
  return new NotOpened(
    `The folder at ${host} has more than ${MOST_FILES} files, or folders deeper than ${DEEPEST}.`,
    'Give the address of a .zip or .tablit file instead.',
  );
}

function no_listing({ host, pathname }: URL): NotOpened {
  return new NotOpened(
    `What ${host} gives for the folder ${pathname} is no list of its files.`,
    'Give the address of a .zip or .tablit file instead.',
  );
}
