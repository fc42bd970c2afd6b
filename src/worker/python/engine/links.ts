/**
 * Pyodide links the 8,560 names that its WebAssembly exports at each start, for shared libraries that may be opened
 * later. Its own program uses a twentieth of them. A restored interpreter is given those, and the others when a shared
 * library is first opened or asked for a name.
 */

type Exports = Readonly<Record<string, WebAssembly.ExportValue>>;
type Import = (...values: unknown[]) => unknown;

/** What Emscripten is started with, as far as it is used here. */
export interface LinkSettings {
  /** Makes the instance and hands it over; Emscripten takes nothing but `exports` from it. */
  instantiateWasm: (
    imports: { readonly env: Record<string, unknown> },
    done: (instance: { readonly exports: Exports }, module: WebAssembly.Module) => unknown,
  ) => unknown;
  /** Makes exports known to shared libraries. Emscripten puts it here when it starts. */
  mergeLibSymbols?: (exports: Exports, library: 'main') => void;
}

/** Functions of Emscripten's by which C, and nothing else, opens a shared library or looks up a name. */
const openers: readonly string[] = ['_dlopen_js', '_emscripten_dlopen_js', '_dlsym_js', '_dlsym_catchup_js'];

/** Has the start link `names` alone. The slots of the table are then given out in another order than without. */
export function link_late(settings: LinkSettings, names: readonly string[]): void {
  const instantiate = settings.instantiateWasm;
  settings.instantiateWasm = (imports, done) => {
    let all: Exports = {};
    // Before there is an instance: it keeps the functions that it was made with.
    before_first_call(imports.env, openers, () => settings.mergeLibSymbols?.(all, 'main'));
    return instantiate(imports, ({ exports }, module) => {
      all = exports;
      return done({ exports: pick(exports, names) }, module);
    });
  };
}

function pick(exports: Exports, names: readonly string[]): Exports {
  const picked: Record<string, WebAssembly.ExportValue> = {};
  for (const name of names) picked[name] = exports[name] as WebAssembly.ExportValue;
  return picked;
}

/** Calls `prepare` once, before the first call of any function called `names` in `functions`. */
function before_first_call(
  functions: Record<string, unknown>,
  names: readonly string[],
  prepare: () => void,
): void {
  let is_ready = false;
  for (const name of names) {
    const original = functions[name] as Import & { readonly sig?: string };
    const wrapped: Import = (...values) => {
      if (!is_ready) {
        is_ready = true;
        prepare();
      }
      return original(...values);
    };
    functions[name] = Object.assign(wrapped, { sig: original.sig });
  }
}
