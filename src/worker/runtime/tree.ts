/**
 * The element tree of the running script: where the next element goes, what was there before, and which changes the
 * page must hear of. An element whose text equals what its place held before costs no message. Rules: semantics §6.
 *
 * A `Handle` names a place for the rest of this run and the next one: a block (elements are appended to it), or one
 * place in a block (what is put there replaces what it held).
 */
import { most_depth, type Op, type Path, roots } from '../../wire/down.ts';

export type Handle = number;

/** The innermost container that a `with` opened, or main. */
export const ACTIVE: Handle = 0;

interface Leaf {
  readonly kind: 'leaf';
  readonly json: string;
}

interface Block {
  readonly kind: 'block';
  readonly path: Path;
  readonly form: string | undefined;
  json: string;
  readonly type: string;
  readonly children: TreeNode[];
  /** Where the next element goes; children from here on are of an earlier run. */
  cursor: number;
  run: number;
}

type TreeNode = Leaf | Block;

type Place =
  | { readonly kind: 'append'; readonly block: Block }
  | { readonly kind: 'replace'; readonly block: Block; readonly index: number };

/** What a container passes on to the widgets inside it. */
export interface Surroundings {
  readonly root: number;
  readonly form: string | undefined;
}

function root_block(root: number): Block {
  return {
    kind: 'block',
    path: [root],
    form: undefined,
    json: '',
    type: 'root',
    children: [],
    cursor: 0,
    run: 0,
  };
}

const root_names = Object.keys(roots) as (keyof typeof roots)[];

export class Tree {
  readonly #roots = root_names.map((name) => root_block(roots[name]));
  #run = 0;
  /** Places of the last run and this one; the first has the handle `#base`, the first of this run `#run_start`. */
  #places: Place[] = [];
  #base = root_names.length + 1;
  #run_start = root_names.length + 1;
  #stack: Handle[] = [];
  #ops: Op[] = [];
  #transients = new Map<number, Block>();
  #next_transient = 1;

  /** Starts a run: every cursor is at its beginning again; nothing is removed before `finish`. */
  begin(run: number): void {
    this.#run = run;
    this.#stack = [];
    this.#places = this.#places.slice(this.#run_start - this.#base);
    this.#base = this.#run_start;
    this.#run_start = this.#base + this.#places.length;
    for (const root of this.#roots) this.#reopen(root);
  }

  /** Puts an element and returns the handle of its place. `buffers` are transferred and never compared. */
  element(at: Handle, json: string, buffers?: readonly ArrayBuffer[]): Handle {
    const place = this.#resolve(at);
    const { block } = place;
    const index = place.kind === 'append' ? block.cursor++ : place.index;
    const before = block.children[index];
    if (buffers !== undefined || before?.kind !== 'leaf' || before.json !== json) {
      block.children[index] = { kind: 'leaf', json };
      const path = [...block.path, index];
      this.#ops.push(buffers ? { op: 'element', path, json, buffers } : { op: 'element', path, json });
    }
    return place.kind === 'append' ? this.#remember({ kind: 'replace', block, index }) : at;
  }

  /**
   * Puts a block and returns its handle. A block of the same `type` at that place keeps its children until the end of
   * the run. `form` makes it a form: widgets inside are batched. Throws a RangeError when it would be too deep.
   */
  block(at: Handle, type: string, json: string, form?: string): Handle {
    const place = this.#resolve(at);
    const parent = place.block;
    const index = place.kind === 'append' ? parent.cursor++ : place.index;
    const before = parent.children[index];
    if (before?.kind === 'block' && before.type === type && before.form === (form ?? parent.form)) {
      if (before.json !== json) {
        before.json = json;
        this.#ops.push({ op: 'block', path: before.path, json, fresh: false });
      }
      this.#reopen(before);
      return this.#remember({ kind: 'append', block: before });
    }
    const path = [...parent.path, index];
    if (path.length > most_depth)
      throw new RangeError(`Containers are nested deeper than ${most_depth} levels.`);
    const block: Block = {
      kind: 'block',
      path,
      form: form ?? parent.form,
      json,
      type,
      children: [],
      cursor: 0,
      run: this.#run,
    };
    parent.children[index] = block;
    this.#ops.push({ op: 'block', path, json, fresh: true });
    return this.#remember({ kind: 'append', block });
  }

  /** Sends the block's description again with other words, children untouched (a status that completes). */
  update(handle: Handle, json: string): void {
    const { block } = this.#resolve(handle);
    if (block.json === json) return;
    block.json = json;
    this.#ops.push({ op: 'block', path: block.path, json, fresh: false });
  }

  /** Shows an element that takes no place, at the cursor of a block; returns a number for `end_transient`. */
  transient(at: Handle, json: string): number {
    const place = this.#resolve(at);
    const id = this.#next_transient++;
    const index = place.kind === 'append' ? place.block.cursor : place.index;
    this.#transients.set(id, place.block);
    this.#ops.push({ op: 'transient', path: place.block.path, index, id, json });
    return id;
  }

  end_transient(id: number): void {
    const block = this.#transients.get(id);
    if (!block) return;
    this.#transients.delete(id);
    this.#ops.push({ op: 'transient_end', path: block.path, id });
  }

  enter(handle: Handle): void {
    this.#stack.push(handle === ACTIVE ? (this.#stack.at(-1) ?? handle_of('main')) : handle);
  }

  exit(): void {
    this.#stack.pop();
  }

  /** Leaves every `with`: an uncaught exception is shown in main, not where it happened. */
  unwind(): void {
    this.#stack = [];
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** Whether what is put there replaces what was there before, in a place for one element. */
  is_slot(at: Handle): boolean {
    return this.#resolve(at).kind === 'replace';
  }

  surroundings(at: Handle): Surroundings {
    const { block } = this.#resolve(at);
    return { root: block.path[0] as number, form: block.form };
  }

  /** Ends a run: what it did not reach is removed. */
  finish(): void {
    this.abandon();
    for (const root of this.#roots) this.#trim(root);
  }

  /** Ends a run that another one follows at once: everything stays, the next run will reach or remove it. */
  abandon(): void {
    for (const id of [...this.#transients.keys()]) this.end_transient(id);
    this.#stack = [];
  }

  /** The changes since the last call. */
  take(): readonly Op[] {
    const ops = this.#ops;
    this.#ops = [];
    return ops;
  }

  get has_changes(): boolean {
    return this.#ops.length > 0;
  }

  /** How far this run has come in each block it opened: lets the page dim what is beyond. */
  reached(): readonly Op[] {
    const ops: Op[] = [];
    const visit = (block: Block): void => {
      ops.push({ op: 'reached', path: block.path, length: block.cursor });
      for (const child of block.children.slice(0, block.cursor)) {
        if (child.kind === 'block' && child.run === this.#run) visit(child);
      }
    };
    for (const root of this.#roots) visit(root);
    return ops;
  }

  #reopen(block: Block): void {
    block.cursor = 0;
    block.run = this.#run;
  }

  #trim(block: Block): void {
    if (block.children.length > block.cursor) {
      block.children.length = block.cursor;
      this.#ops.push({ op: 'trim', path: block.path, length: block.cursor });
    }
    for (const child of block.children) if (child.kind === 'block') this.#trim(child);
  }

  #remember(place: Place): Handle {
    this.#places.push(place);
    return this.#base + this.#places.length - 1;
  }

  #resolve(at: Handle): Place {
    const handle = at === ACTIVE ? (this.#stack.at(-1) ?? handle_of('main')) : at;
    const root = this.#roots[handle - 1];
    if (root) return { kind: 'append', block: root };
    const place = this.#places[handle - this.#base];
    if (!place) throw new RangeError('This container belongs to an earlier run of the script.');
    return place;
  }
}

/** Handles of the roots: 1 main, 2 sidebar, 3 event, 4 bottom. */
export function handle_of(root: keyof typeof roots): Handle {
  return roots[root] + 1;
}
