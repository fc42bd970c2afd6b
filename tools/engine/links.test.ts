import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pyodide_file } from './files.ts';
import { names_to_link } from './links.ts';

const program = await readFile(pyodide_file('pyodide.asm.mjs'), 'utf8');
const wasm = new WebAssembly.Module(await readFile(pyodide_file('pyodide.asm.wasm')));
const exported = WebAssembly.Module.exports(wasm).map(({ name }) => name);

test('the program of this Pyodide needs a tenth of its names at most, in their order', () => {
  const names = names_to_link(wasm, program, []);
  expect(names.length).toBeLessThan(exported.length / 10);
  expect(names).toEqual(exported.filter((name) => names.includes(name)));
});

test('what it calls and what it reads as an address are among them', () => {
  const called = ['malloc', 'PyErr_Occurred', '__wasm_call_ctors'];
  expect(names_to_link(wasm, program, [])).toEqual(
    expect.arrayContaining([...called, '_PyRuntime', 'in6addr_any']),
  );
});

test('nothing that it exports is imported through the table of offsets, which would have to be linked, too', () => {
  const asked = WebAssembly.Module.imports(wasm).filter(({ module }) => module.startsWith('GOT.'));
  expect(asked.filter(({ name }) => exported.includes(name))).toEqual([]);
});

test('what another program calls is among them for it', () => {
  expect(names_to_link(wasm, program, [])).not.toContain('malloc_usable_size');
  expect(names_to_link(wasm, program, ['heap._malloc_usable_size(1)'])).toContain('malloc_usable_size');
});

test('a program of another shape is refused', () => {
  expect(() => names_to_link(wasm, 'export default 1', [])).toThrow('does not assign its exports');
});
