/** What a page may ask of an app that it embeds, checked once; the rest of `src/embed` trusts it. Pure. */
import { type EmbedApp, type EmbedFile, type EmbedTheme, embed_theme } from '../wire/embed.ts';

export type FileData = string | Uint8Array | ArrayBuffer;

export interface MountOptions {
  /** By path in the app's folder. Without it, the app that the site of `embed.js` was built with. */
  readonly files?: Readonly<Record<string, FileData>>;
  /** The script that starts the app, one of `files`. Guessed when absent: `streamlit_app.py`, `app.py`, … */
  readonly entrypoint?: string;
  /** `'system'` unless given. */
  readonly theme?: EmbedTheme;
  /** Whether the app's source is shown above it, to read. */
  readonly source?: boolean;
  /** The frame's accessible name; the app's own unless given. */
  readonly title?: string;
  /** Whether to start at once, and not when it comes into view. */
  readonly eager?: boolean;
}

export interface Wanted {
  readonly app: EmbedApp;
  readonly theme: EmbedTheme;
  readonly source: boolean;
  readonly title: string | undefined;
  readonly eager: boolean;
}

const names: ReadonlySet<string> = new Set<keyof MountOptions>([
  'files',
  'entrypoint',
  'theme',
  'source',
  'title',
  'eager',
]);

/** Throws a `TypeError` that names the option, what it must be and what it is. */
export function read_options(options: unknown): Wanted {
  if (!is_record(options)) throw wrong('options', 'an object', options);
  const unknown = Object.keys(options).find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new TypeError(`mount: there is no option ${unknown}; there are ${[...names].join(', ')}.`);
  }
  const { files, entrypoint, theme, source, title, eager } = options;
  return {
    app: read_app(files, optional_text('entrypoint', entrypoint)),
    theme: read_theme(theme),
    source: optional_flag('source', source),
    title: optional_text('title', title),
    eager: optional_flag('eager', eager),
  };
}

/** Throws a `TypeError`. */
export function read_theme(theme: unknown): EmbedTheme {
  if (theme === undefined) return 'system';
  if (embed_theme.check(theme)) throw wrong('theme', '"system", "light" or "dark"', theme);
  return theme as EmbedTheme;
}

/** One file, its bytes copied: what the page does with its own later is no concern of the app's. Throws a `TypeError`. */
export function read_file(path: unknown, data: unknown): EmbedFile {
  if (typeof path !== 'string' || path === '') throw wrong('a path', 'a text such as "data/names.csv"', path);
  if (typeof data === 'string') return { path, data: new TextEncoder().encode(data).buffer };
  if (data instanceof Uint8Array) return { path, data: new Uint8Array(data).buffer };
  if (data instanceof ArrayBuffer) return { path, data: data.slice(0) };
  throw wrong(`the file ${path}`, 'a string, a Uint8Array or an ArrayBuffer', data);
}

function read_app(files: unknown, entrypoint: string | undefined): EmbedApp {
  if (files === undefined) {
    if (entrypoint === undefined) return { kind: 'site' };
    throw new TypeError('mount: entrypoint names one of files, and there are none.');
  }
  if (!is_record(files)) throw wrong('files', 'an object of paths and contents', files);
  const all = Object.entries(files).map(([path, data]) => read_file(path, data));
  if (all.length === 0) throw new TypeError('mount: files is empty; it needs at least a script.');
  if (entrypoint !== undefined && !all.some(({ path }) => path === entrypoint)) {
    throw new TypeError(`mount: entrypoint ${JSON.stringify(entrypoint)} is not one of files.`);
  }
  return { kind: 'files', files: all, ...(entrypoint === undefined ? {} : { entrypoint }) };
}

function optional_text(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw wrong(name, 'a string', value);
}

function optional_flag(name: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw wrong(name, 'true or false', value);
}

function is_record(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function wrong(what: string, wants: string, value: unknown): TypeError {
  const found = typeof value === 'string' ? JSON.stringify(value) : value === null ? 'null' : typeof value;
  return new TypeError(`mount: ${what} must be ${wants}, not ${found}.`);
}
