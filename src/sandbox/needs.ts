/** What a browser must have, as a table: asked before anything is loaded, so that an old browser gets a sentence. */

type Class = { readonly prototype: object };

/** The globals that are looked at; a test hands in its own. */
export interface Scope {
  readonly HTMLIFrameElement?: Class;
  readonly Worker?: Class;
  readonly MessageChannel?: Class;
  readonly Blob?: Class;
  readonly DecompressionStream?: Class;
  readonly BigInt64Array?: Class;
  readonly WebAssembly?: Partial<Pick<typeof WebAssembly, 'compileStreaming' | 'validate'>>;
}

interface Need {
  readonly name: string;
  readonly has: (scope: Scope) => boolean;
}

/** `(module (tag) (func (try_table (throw 0))))` in the legacy encoding that Pyodide uses: `try … catch_all … end`. */
const wasm_with_exceptions = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  4,
  1,
  96,
  0,
  0,
  3,
  2,
  1,
  0,
  10,
  8,
  1,
  6,
  0,
  6,
  64,
  25,
  11,
  11,
);

const needs: readonly Need[] = [
  { name: 'sandboxed frames', has: (scope) => has_all(scope.HTMLIFrameElement, 'sandbox', 'srcdoc') },
  { name: 'workers', has: (scope) => scope.Worker !== undefined },
  { name: 'message channels', has: (scope) => scope.MessageChannel !== undefined },
  { name: 'streams of files', has: (scope) => has_all(scope.Blob, 'stream', 'arrayBuffer') },
  { name: 'decompression streams', has: (scope) => scope.DecompressionStream !== undefined },
  { name: '64-bit integers', has: (scope) => scope.BigInt64Array !== undefined },
  { name: 'WebAssembly', has: (scope) => scope.WebAssembly?.compileStreaming !== undefined },
  {
    name: 'WebAssembly exceptions',
    has: (scope) => scope.WebAssembly?.validate?.(wasm_with_exceptions) ?? false,
  },
];

/** Names of what `scope` lacks, in the order of the table; empty when the browser will do. */
export function missing_needs(scope: Scope): readonly string[] {
  return needs.filter(({ has }) => !has(scope)).map(({ name }) => name);
}

function has_all(type: Class | undefined, ...properties: readonly string[]): boolean {
  return type !== undefined && properties.every((property) => property in type.prototype);
}
