import { expect, test } from 'vitest';
import { names, open_files } from './files.ts';

const empty_wasm = new Blob([Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)]);
const empty_zip = new Blob([Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0))]);

const files = {
  'pyodide.mjs': new Blob(['loader']),
  'pyodide.asm.mjs': new Blob(['program']),
  'pyodide.asm.wasm': empty_wasm,
  'python_stdlib.zip': empty_zip,
  'pyodide-lock.json': new Blob(['{"info": {}, "packages": {}}']),
};

function request(given: Readonly<Record<string, Blob>>) {
  return { distribution: { version: '1.2.3', files: given }, python: empty_zip, packages: [] };
}

test('a whole distribution is read', async () => {
  const opened = open_files(request(files));
  expect(new TextDecoder().decode(await opened.loader)).toBe('loader');
  expect(opened.program_name).toBe(names.module);
  expect(await opened.wasm).toBeInstanceOf(WebAssembly.Module);
  expect((await opened.lock).packages).toEqual({});
  expect(opened.image).toBeUndefined();
});

test('a distribution from before modules has its program as a script', async () => {
  const { 'pyodide.asm.mjs': program, ...others } = files;
  const opened = open_files(request({ ...others, 'pyodide.asm.js': program }));
  expect(opened.program_name).toBe(names.script);
  expect(new TextDecoder().decode(await opened.program)).toBe('program');
});

test.each(Object.keys(files))('without %s it is refused at once, by that name', (name) => {
  const others = Object.fromEntries(Object.entries(files).filter(([other]) => other !== name));
  expect(() => open_files(request(others))).toThrow(
    expect.objectContaining({ code: 'missing_file', file: name, message: expect.stringContaining('1.2.3') }),
  );
});

test('a lock that is cut short is named', async () => {
  const opened = open_files(request({ ...files, 'pyodide-lock.json': new Blob(['{"info": ']) }));
  await expect(opened.lock).rejects.toMatchObject({ code: 'damaged_file', file: 'pyodide-lock.json' });
});

test('a program that does not compile is named', async () => {
  const opened = open_files(request({ ...files, 'pyodide.asm.wasm': new Blob(['<!doctype html>']) }));
  await expect(opened.wasm).rejects.toMatchObject({ code: 'damaged_file', file: 'pyodide.asm.wasm' });
});

test('a damaged image only means a boot without it', async () => {
  const image = new Blob([Uint8Array.of(0x1f, 0x8b, 8, 0, 0)]);
  const { distribution, ...others } = request(files);
  const opened = open_files({ ...others, distribution: { ...distribution, image } });
  await expect(opened.image).rejects.toMatchObject({ code: 'restore_failed' });
});
