/** What the worker tells the page. Together with `up.ts` this is the whole stream; calls with an answer are in `api.ts`. */
import { type Infer, s } from './schema.ts';

/** Root, then the index in each block on the way: `[0, 3]` is the fourth child of the main container. */
export const path = s.array(s.integer);
export type Path = Infer<typeof path>;

/** Steps that a block's path may have: a browser draws boxes in boxes until its stack is used up, and then nothing. */
export const most_depth = 100;

/** First step of a path. */
export const roots = { main: 0, sidebar: 1, event: 2, bottom: 3 } as const;
export type Root = (typeof roots)[keyof typeof roots];

/** A change of the element tree. `json` is the text of an `Element`, parsed and checked once, at the port. */
export const op = s.tagged('op', {
  /** Put an element at its place; what was there goes. */
  element: s.object({
    op: s.one_of('element'),
    path,
    json: s.string,
    buffers: s.optional(s.array(s.bytes)),
  }),
  /** Put a block at its place. `fresh`: without children; else it only describes the block there anew. */
  block: s.object({ op: s.one_of('block'), path, json: s.string, fresh: s.boolean }),
  /** Keep the first `length` children of a block, drop the others. */
  trim: s.object({ op: s.one_of('trim'), path, length: s.integer }),
  /** Show something at `index` of a block without taking a place there, until `transient_end` (a spinner). */
  transient: s.object({ op: s.one_of('transient'), path, index: s.integer, id: s.integer, json: s.string }),
  transient_end: s.object({ op: s.one_of('transient_end'), path, id: s.integer }),
  /** The script set a widget's value. */
  value: s.object({ op: s.one_of('value'), id: s.string, value: s.json }),
  /** So far in this run the block has `length` children; what is beyond is of the run before. */
  reached: s.object({ op: s.one_of('reached'), path, length: s.integer }),
});
export type Op = Infer<typeof op>;

/** How a run ended. `rerun`: another one follows at once. `error`: an exception is on the page. */
export const outcome = s.one_of('success', 'stopped', 'error', 'rerun', 'compile_error');
export type Outcome = Infer<typeof outcome>;

/** An exception as data. */
export const script_error = s.object({
  exception_type: s.string,
  message: s.string,
  stack_trace: s.array(s.string),
  /** What the reader or the author can do about it. */
  hint: s.optional(s.string),
});
export type ScriptError = Infer<typeof script_error>;

export const page_config = s.object({
  page_title: s.optional(s.string),
  /** An emoji, `:shortcode:`, `:material/name:`, or an image's address (`data:` for one of the app's files). */
  page_icon: s.optional(s.string),
  layout: s.optional(s.one_of('centered', 'wide')),
  /** A number is the width in pixels. */
  initial_sidebar_state: s.optional(s.either(s.integer, s.one_of('auto', 'expanded', 'collapsed', 'locked'))),
  /** By `Get help`, `Report a bug`, `About`; `null` hides the item. */
  menu_items: s.optional(s.record(s.nullable(s.string))),
});
export type PageConfig = Infer<typeof page_config>;

export const down = s.tagged('type', {
  /** `fresh`: the tree of this run is built from nothing; the page shows what it has until it is there. */
  run_started: s.object({ type: s.one_of('run_started'), run: s.integer, fresh: s.boolean }),
  ops: s.object({ type: s.one_of('ops'), run: s.integer, ops: s.array(op) }),
  run_finished: s.object({
    type: s.one_of('run_finished'),
    run: s.integer,
    outcome,
    error: s.optional(script_error),
  }),
  page_config: s.object({ type: s.one_of('page_config'), config: page_config }),
  /** What the script printed or logged. */
  console: s.object({
    type: s.one_of('console'),
    stream: s.one_of('stdout', 'stderr'),
    text: s.string,
  }),
  /** Progress of starting; `total` in bytes where the step moves bytes. */
  boot: s.object({
    type: s.one_of('boot'),
    step: s.string,
    state: s.one_of('started', 'done'),
    ms: s.optional(s.number),
  }),
  /** The interpreter broke: this worker runs nothing any more, another one has to take its place. */
  engine_failed: s.object({ type: s.one_of('engine_failed'), message: s.string }),
  /** The script wants its secrets, and they are locked. */
  secrets_wanted: s.object({ type: s.one_of('secrets_wanted') }),
  /** What the page's address is to say after its `?`, as `st.query_params` has it. */
  query: s.object({ type: s.one_of('query'), query: s.string }),
  /** `st.login()`: the table `[auth]` of the secrets, or `[auth.provider]`. Checked by the script; the shell looks again. */
  sign_in: s.object({ type: s.one_of('sign_in'), provider: s.optional(s.string) }),
  /** `st.logout()`. */
  sign_out: s.object({ type: s.one_of('sign_out') }),
  /** The session's values at the end of a run, for the worker that comes after this one. */
  kept_state: s.object({ type: s.one_of('kept_state'), state: s.bytes }),
  /** Of the session's values what JSON can say, as an object's text, for a page that is loaded anew. */
  saved_state: s.object({ type: s.one_of('saved_state'), session: s.string }),
});
export type Down = Infer<typeof down>;
