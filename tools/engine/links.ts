/**
 * Which of the names that `pyodide.asm.wasm` exports its own program needs at a start (`links.ts` of the engine): those
 * that either program mentions besides the list in which Emscripten assigns all of them.
 */

const list_start = 'function assignWasmExports(wasmExports){';
const assignment = /([\w$]+)=(?:Module\["[^"]+"\]=)?wasmExports\["([^"]+)"\](\.value)?/g;
const identifier = /[A-Za-z_$][\w$]*/g;

/**
 * The names, in the order of the module's. `program` is the text of `pyodide.asm.mjs`, `others` those of programs that use its
 * module. Throws when the program has no list of assignments.
 */
export function names_to_link(
  wasm: WebAssembly.Module,
  program: string,
  others: readonly string[],
): readonly string[] {
  const start = program.indexOf(list_start);
  if (start < 0) throw new TypeError('pyodide.asm.mjs does not assign its exports as it did.');
  const end = program.indexOf('}', start);
  const counts = count_identifiers([program.slice(0, start), program.slice(end), ...others]);
  const variables = new Map<string, { variable: string; is_read: boolean }>();
  for (const [, variable, name, value] of program.slice(start, end).matchAll(assignment)) {
    variables.set(name as string, { variable: variable as string, is_read: value !== undefined });
  }
  return WebAssembly.Module.exports(wasm)
    .map(({ name }) => name)
    .filter((name) => {
      const assigned = variables.get(name);
      // Each variable is declared once, which is one mention.
      const is_used = assigned ? assigned.is_read || (counts.get(assigned.variable) ?? 0) > 1 : false;
      return is_used || counts.has(name) || name.startsWith('__wasm');
    });
}

function count_identifiers(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(identifier)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
