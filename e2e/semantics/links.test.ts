/** A restored interpreter, whose names are linked late: what opens a shared library or asks for a name finds all of them. */
import { readFile } from 'node:fs/promises';
import { loadPyodide } from 'pyodide';
import { beforeAll, expect, it } from 'vitest';
import { type CreateModule, create_to_restore } from '../../src/worker/python/engine/pyodide.ts';
import { pyodide_file } from '../../tools/engine/files.ts';
import { zip_python } from '../../tools/engine/python_zip.ts';
import { make_image } from '../../tools/engine/snapshot.ts';

type Loaded = Awaited<ReturnType<typeof loadPyodide>>;
let pyodide: Loaded;

beforeAll(async () => {
  const { bytes } = await make_image(await zip_python(), ['ctypes']);
  const program: { readonly default: CreateModule } = await import(
    import.meta.resolve('pyodide/pyodide.asm.mjs')
  );
  const { info } = JSON.parse(await readFile(pyodide_file('pyodide-lock.json'), 'utf8'));
  const options = {
    createPyodideModule: create_to_restore(program.default, bytes),
    _loadSnapshot: bytes,
    lockFileContents: JSON.stringify({ info, packages: {} }),
  };
  pyodide = await loadPyodide(options as object);
}, 120_000);

it('has every name that its module exports, asked for by ctypes', () => {
  expect(
    pyodide.runPython(
      'import ctypes\nctypes.pythonapi.Py_GetVersion.restype = ctypes.c_char_p\nctypes.pythonapi.Py_GetVersion()[:2].decode()',
    ),
  ).toBe('3.');
});

it('says of a name that is not there that it is not there', () => {
  expect(pyodide.runPython('hasattr(ctypes.pythonapi, "Py_NoSuchFunction")')).toBe(false);
});
