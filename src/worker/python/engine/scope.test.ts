import { expect, test } from 'vitest';
import { take_import_scripts, type WorkerScope, with_answers } from './scope.ts';

const empty_module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));

function fake_scope() {
  const imported: string[] = [];
  const scope: WorkerScope = {
    importScripts: (...urls) => void imported.push(...urls),
    fetch: () => Promise.reject(new Error('the network')),
    WebAssembly: {
      instantiateStreaming: () => Promise.reject(new Error('the network')),
      instantiate: WebAssembly.instantiate,
    },
  };
  return { scope, imported };
}

test('importScripts throws once it is taken, and the taken one works', () => {
  const { scope, imported } = fake_scope();
  const taken = take_import_scripts(scope);
  expect(() => scope.importScripts('data:text/javascript,')).toThrow(TypeError);
  taken('blob:x');
  expect(imported).toEqual(['blob:x']);
});

test('while an engine loads, requests are answered by file name', async () => {
  const { scope } = fake_scope();
  const load = async () => (await scope.fetch(new URL('https://engine.invalid/a/lock.json'))).text();
  expect(await with_answers(scope, { 'lock.json': '{}' }, empty_module, load)).toBe('{}');
});

test('a file that is not at hand is a failed request', async () => {
  const { scope } = fake_scope();
  const load = () => scope.fetch('https://engine.invalid/toString');
  await expect(with_answers(scope, {}, empty_module, load)).rejects.toThrow(/toString/);
});

test('what is streamed is the module that was compiled before', async () => {
  const { scope } = fake_scope();
  const load = () => scope.WebAssembly.instantiateStreaming(new Response(''), {});
  const { module, instance } = await with_answers(scope, {}, empty_module, load);
  expect(module).toBe(empty_module);
  expect(instance).toBeInstanceOf(WebAssembly.Instance);
});

test('afterwards the globals are as they were, whatever happened', async () => {
  const { scope } = fake_scope();
  const { fetch } = scope;
  const load = () => Promise.reject(new Error('broken'));
  await expect(with_answers(scope, {}, empty_module, load)).rejects.toThrow('broken');
  expect(scope.fetch).toBe(fetch);
});
