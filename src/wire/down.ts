/** What the worker tells the page. Together with `up.ts` this is the whole stream; calls with an answer are in `api.ts`. */
import { type Infer, s } from './schema.ts';

/** Root, then the index in each block on the way: `[0, 3]` is the fourth child of the main container. */
export const path = s.array(s.integer);
export type Path = Infer<typeof path>;

/** First step of a path. */
export const roots = { main: 0, sidebar: 1, event: 2, bottom: 3 } as const;
export type Root = (typeof roots)[keyof typeof roots];

/** A change of the element tree. `json` is the text of an `Element`, parsed and checked once, at the port. */
export const op = s.tagged('op', {
  /** Put an element at its place; what was there goes. */
  element: s.object({
    op: s.oneOf('element'),
    path,
    json: s.string,
    buffers: s.optional(s.array(s.bytes)),
  }),
  /** Put a block at its place. A block of the same type there keeps its children. */
  block: s.object({ op: s.oneOf('block'), path, json: s.string }),
  /** Keep the first `length` children of a block, drop the others. */
  trim: s.object({ op: s.oneOf('trim'), path, length: s.integer }),
  /** The script set a widget's value. */
  value: s.object({ op: s.oneOf('value'), id: s.string, value: s.json }),
  /** So far in this run the block has `length` children; what is beyond is of the run before. */
  reached: s.object({ op: s.oneOf('reached'), path, length: s.integer }),
});
export type Op = Infer<typeof op>;

/** How a run ended. `rerun`: another one follows at once. `error`: an exception is on the page. */
export const outcome = s.oneOf('success', 'stopped', 'error', 'rerun', 'compile_error');
export type Outcome = Infer<typeof outcome>;

/** An exception as data. */
export const scriptError = s.object({
  exception_type: s.string,
  message: s.string,
  stack_trace: s.array(s.string),
  /** What the reader or the author can do about it. */
  hint: s.optional(s.string),
});
export type ScriptError = Infer<typeof scriptError>;

export const pageConfig = s.object({
  page_title: s.optional(s.string),
  page_icon: s.optional(s.string),
  layout: s.optional(s.oneOf('centered', 'wide')),
  /** A number is the width in pixels. */
  initial_sidebar_state: s.optional(s.either(s.integer, s.oneOf('auto', 'expanded', 'collapsed', 'locked'))),
  menu_items: s.optional(s.record(s.nullable(s.string))),
});
export type PageConfig = Infer<typeof pageConfig>;

export const down = s.tagged('type', {
  run_started: s.object({ type: s.oneOf('run_started'), run: s.integer }),
  ops: s.object({ type: s.oneOf('ops'), run: s.integer, ops: s.array(op) }),
  run_finished: s.object({
    type: s.oneOf('run_finished'),
    run: s.integer,
    outcome,
    error: s.optional(scriptError),
  }),
  page_config: s.object({ type: s.oneOf('page_config'), config: pageConfig }),
  /** What the script printed or logged. */
  console: s.object({
    type: s.oneOf('console'),
    stream: s.oneOf('stdout', 'stderr'),
    text: s.string,
  }),
  /** Progress of starting; `total` in bytes where the step moves bytes. */
  boot: s.object({
    type: s.oneOf('boot'),
    step: s.string,
    state: s.oneOf('started', 'done'),
    ms: s.optional(s.number),
  }),
  /** The session's values at the end of a run, for the worker that comes after this one. */
  kept_state: s.object({ type: s.oneOf('kept_state'), state: s.bytes }),
});
export type Down = Infer<typeof down>;
