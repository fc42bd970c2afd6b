/**
 * What a page that embeds an app (`src/embed`) and the app's frame (`src/shell/guest`) say to each other. They may be of
 * two releases: `ready` and `connect` stay as they are for ever, all else belongs to a version.
 */
import { type Infer, s } from './schema.ts';

export const EMBED_VERSION = 1;

/** Characters that a nonce has: hexadecimal, 128 bits. */
export const NONCE = /^[0-9a-f]{32}$/;

/** The field of the frame's fragment that holds the nonce. */
export const NONCE_FIELD = 'tablit-host=';

/** Frame → its parent, by `postMessage`: it listens. */
export const embed_ready = s.object({
  tablit: s.one_of('ready'),
  version: s.integer,
  nonce: s.string,
});

/** Parent → frame, by `postMessage`, with the one port that all else goes through. */
export const embed_connect = s.object({
  tablit: s.one_of('connect'),
  version: s.integer,
  nonce: s.string,
});

export const embed_theme = s.one_of('system', 'light', 'dark');
export type EmbedTheme = Infer<typeof embed_theme>;

const file = s.object({ path: s.string, data: s.bytes });
export type EmbedFile = Infer<typeof file>;

/** What is to be shown. */
const embed_app = s.tagged('kind', {
  /** The app that the frame's own site was built with. */
  site: s.object({ kind: s.one_of('site') }),
  /** A script, an archive or a zip, by what its bytes are; `name` as its address ends. */
  packed: s.object({
    kind: s.one_of('packed'),
    name: s.string,
    data: s.bytes,
    entrypoint: s.optional(s.string),
  }),
  files: s.object({ kind: s.one_of('files'), files: s.array(file), entrypoint: s.optional(s.string) }),
});
export type EmbedApp = Infer<typeof embed_app>;

/** Host page → frame. `open` comes first, and once. What has an `id` is answered by `done` or `refused`. */
export const to_frame = s.tagged('type', {
  open: s.object({
    type: s.one_of('open'),
    app: embed_app,
    /** Written over the app's files before it starts. */
    changes: s.array(file),
    theme: embed_theme,
    source: s.boolean,
    /** Another frame of this page has what all download: it can be asked for it. */
    sisters: s.boolean,
  }),
  run: s.object({ type: s.one_of('run'), id: s.integer }),
  stop: s.object({ type: s.one_of('stop'), id: s.integer }),
  write: s.object({ type: s.one_of('write'), id: s.integer, path: s.string, data: s.bytes }),
  theme: s.object({ type: s.one_of('theme'), theme: embed_theme }),
  source: s.object({ type: s.one_of('source'), shown: s.boolean }),
});
export type ToFrame = Infer<typeof to_frame>;

/** Frame → host page. */
export const to_host = s.tagged('type', {
  /** There is an app; what it is called. */
  opened: s.object({ type: s.one_of('opened'), name: s.string }),
  /** What is downloaded for every app alike is here: the next frame finds it in the browser's cache. */
  loaded: s.object({ type: s.one_of('loaded') }),
  /** The script runs, or has run. */
  live: s.object({ type: s.one_of('live') }),
  /** There is no app, or it ended by itself. The frame says so to its reader. */
  failed: s.object({ type: s.one_of('failed'), message: s.string }),
  /** CSS pixels that the content takes. */
  height: s.object({ type: s.one_of('height'), height: s.number }),
  done: s.object({ type: s.one_of('done'), id: s.integer }),
  refused: s.object({ type: s.one_of('refused'), id: s.integer, message: s.string }),
});
export type ToHost = Infer<typeof to_host>;
