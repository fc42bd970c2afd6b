/**
 * Every way in which sharing can refuse, in one table: the code is stable, the message is for someone who never saw
 * our code, the hint says what to do. `docs/sharing.md` lists the same codes, and a test compares the two.
 */

/** What was being read or made. */
export type Source = 'link' | 'file';

/** What a message can name. Each row of the table below uses the parts it needs. */
export interface Where {
  readonly source?: Source;
  readonly path?: string;
  /** The second of two paths that clash. */
  readonly other?: string;
  /** Bytes from the start of the file, or characters from the start of the link's data. */
  readonly offset?: number;
  /** Counted from 1. */
  readonly line?: number;
  /** The limit that was passed, in the row's own unit. */
  readonly most?: number;
  readonly found?: number;
  /** A few words of ours, or an excerpt that is safe to show. */
  readonly detail?: string;
}

interface Text {
  readonly message: (where: Where) => string;
  readonly hint: string;
}

const rename = 'Rename the file and share the app again.';
const again = 'Ask whoever sent it to share the app again, and copy the whole of it.';
const smaller = 'Leave out files that the app does not need, or let the app load its data when it runs.';

const texts = {
  no_app: {
    message: () => 'This address holds no app: nothing follows “#app=”.',
    hint: again,
  },
  cut: {
    message: (w) => `This ${source(w)} is not complete: its end is missing.`,
    hint: `${again} Some programs cut long links: a file travels better.`,
  },
  damaged: {
    message: (w) => `This ${source(w)} was changed on its way${detail(w)}, so it cannot be trusted.`,
    hint: again,
  },
  newer_version: {
    message: (w) =>
      `This ${source(w)} was made by a newer Tablit (format ${w.found}; this page reads up to ${w.most}).`,
    hint: 'Reload the page to get its newest version, or open the app where it was made.',
  },
  not_an_app: {
    message: (w) => `This ${source(w)} is not a Tablit app.`,
    hint: 'Open a .py script, a .zip of an app folder, or a .tablit file.',
  },
  malformed: {
    message: (w) => `This ${source(w)} arrived whole, but no Tablit made it: ${w.detail}.`,
    hint: 'Do not open it; ask whoever sent it how it was made.',
  },
  too_large: {
    message: (w) => `This app is larger than ${mebibytes(w.most)} unpacked.`,
    hint: smaller,
  },
  bomb: {
    message: (w) =>
      `This ${source(w)} unpacks to more than ${w.most} times its size, as files made to harm do.`,
    hint: 'If the app is yours, store its large, repetitive data in a denser form.',
  },
  too_many_files: {
    message: (w) => `This app has more than ${w.most} files.`,
    hint: smaller,
  },
  link_too_long: {
    message: (w) =>
      `The link would have ${w.found} characters; more than ${w.most} do not survive mail and chat.`,
    hint: 'Share the app as a .tablit file instead, or leave out large files.',
  },
  bad_page_url: {
    message: (w) => `A link cannot start with ${quoted(w.detail)}: it is not the address of a page.`,
    hint: 'Use an address that starts with https://, http:// or file://.',
  },
  path_empty_part: {
    message: (w) => `The file name ${path(w)} has an empty part or a single dot between its slashes.`,
    hint: rename,
  },
  path_outside: {
    message: (w) => `The file name ${path(w)} climbs out of the app's folder.`,
    hint: 'An app may only hold files below its own folder.',
  },
  path_absolute: {
    message: (w) => `The file name ${path(w)} is absolute.`,
    hint: 'Names start at the app’s folder, without a slash or a drive letter before them.',
  },
  path_backslash: {
    message: (w) => `The file name ${path(w)} has a backslash.`,
    hint: 'Put “/” between folder and file. A zip tool that writes backslashes needs an update.',
  },
  path_control: {
    message: (w) => `The file name ${path(w)} holds characters that cannot be seen and can disguise a name.`,
    hint: rename,
  },
  path_reserved: {
    message: (w) =>
      `The file name ${path(w)} is not usable on every system: part ${quoted(w.detail)} is reserved.`,
    hint: rename,
  },
  path_too_long: {
    message: (w) => `The file name ${path(w)} is longer than ${w.most} bytes.`,
    hint: 'Use shorter names or fewer folders.',
  },
  path_not_text: {
    message: (w) => `A file name is not valid Unicode: ${path(w)}.`,
    hint: 'Rename the file; for a zip, make it again with a tool that writes names as UTF-8.',
  },
  same_name: {
    message: (w) =>
      w.path === w.other
        ? `Two files have one name: ${path(w)}.`
        : `Two files have one name: ${path(w)} and ${quoted(w.other)}.`,
    hint: 'Rename one of them. Names that differ only in case or accents’ encoding are one file on many systems.',
  },
  no_entry: {
    message: (w) =>
      w.path === undefined ? 'No script to start was found.' : `The script to start, ${path(w)}, is missing.`,
    hint: 'Call the main script streamlit_app.py, app.py, main.py or Home.py, or say which file starts the app.',
  },
  not_a_script: {
    message: (w) => `${path(w)} is not a script that Tablit can start.`,
    hint: 'The file that starts an app ends in .py.',
  },
  not_utf8: {
    message: (w) =>
      `${path(w)} is not UTF-8 text: the byte at offset ${w.offset} (line ${w.line}) cannot be read.`,
    hint: 'Save the file as UTF-8 in your editor and try again.',
  },
  secret_file: {
    message: (w) => `${path(w)} is ${w.detail}; it is never put into a link, a file or a page.`,
    hint: 'Take it out of the app’s folder, or list it as left out. Each reader enters secrets of their own in the app’s panel.',
  },
  zip_damaged: {
    message: (w) => `This zip file is damaged: ${w.detail}${w.path === undefined ? '' : ` (${path(w)})`}.`,
    hint: 'Download or make the zip file again.',
  },
  zip_unsupported: {
    message: (w) =>
      `This zip file cannot be read here: ${w.detail}${w.path === undefined ? '' : ` (${path(w)})`}.`,
    hint: 'Make the zip again without a password and with the usual (deflate) compression.',
  },
  needs_passphrase: {
    message: (w) => `This ${source(w)} is private: it opens with a passphrase.`,
    hint: 'Enter the passphrase that its sender told you.',
  },
  needs_key: {
    message: (w) => `This ${source(w)} is private, and its key is missing.`,
    hint: 'The key is the last part of the link, after “&key=”. Copy the whole link.',
  },
  cannot_open: {
    message: (w) =>
      `This private ${source(w)} does not open: the passphrase or key is wrong, or someone changed it.`,
    hint: 'Check the passphrase, capital letters included; else ask for the link again.',
  },
  needs_https: {
    message: (w) =>
      `This private ${source(w)} does not open here: the page came without HTTPS, and browsers decrypt on secure pages alone.`,
    hint: 'Open the page through https, or ask for a link that is not private.',
  },
  passphrase_too_short: {
    message: (w) => `A passphrase needs at least ${w.most} characters.`,
    hint: 'Anyone who has the link can try passphrases for as long as they like: use several words.',
  },
} as const satisfies Record<string, Text>;

export type ShareErrorCode = keyof typeof texts;

export const share_error_codes = Object.keys(texts) as readonly ShareErrorCode[];

/** The only error that this folder throws on purpose. `code` says what, `where` says where, as data. */
export class ShareError extends Error {
  override readonly name = 'ShareError';
  readonly code: ShareErrorCode;
  readonly hint: string;
  readonly where: Where;

  constructor(code: ShareErrorCode, where: Where = {}, cause?: unknown) {
    const text: Text = texts[code];
    super(text.message(where), cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = text.hint;
    this.where = where;
  }
}

function source(where: Where): string {
  return where.source ?? 'file';
}

function detail(where: Where): string {
  return where.detail === undefined ? '' : ` (${where.detail})`;
}

function path(where: Where): string {
  return quoted(where.path);
}

function mebibytes(bytes = 0): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

/** A name as it can be shown: in quotes, unseen characters spelt out, the middle of a very long one left out. */
function quoted(text = ''): string {
  const seen = text.replaceAll(
    /[\p{C}\u2028\u2029]/gu,
    (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `“${seen.length > 120 ? `${seen.slice(0, 60)}…${seen.slice(-50)}` : seen}”`;
}
