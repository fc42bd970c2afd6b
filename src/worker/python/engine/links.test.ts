import { expect, test } from 'vitest';
import { type LinkSettings, link_late } from './links.ts';

const exports = { malloc: () => 1, free: () => 2, PyList_New: () => 3 };

/** What Emscripten does with its settings: has the instance made, takes its exports, runs. */
function start(names: readonly string[]) {
  const linked: object[] = [];
  const env: Record<string, unknown> = {
    _dlopen_js: Object.assign((handle: unknown) => `opened ${handle}`, { sig: 'pp' }),
    _emscripten_dlopen_js: () => 'opened',
    _dlsym_js: () => 'found',
    _dlsym_catchup_js: () => 'found',
    other: () => 'other',
  };
  let given = {};
  let imported = {};
  const settings: LinkSettings = {
    instantiateWasm(imports, done) {
      imported = { ...imports.env };
      return done({ exports }, {} as WebAssembly.Module);
    },
    mergeLibSymbols: (more) => linked.push(more),
  };
  link_late(settings, names);
  settings.instantiateWasm({ env }, (instance) => {
    given = instance.exports;
  });
  return { env: imported as Record<string, (value?: unknown) => unknown>, given, linked };
}

test('a start is given the names that it needs, and no others', () => {
  const { given, linked } = start(['malloc', 'free']);
  expect(given).toEqual({ malloc: exports.malloc, free: exports.free });
  expect(linked).toEqual([]);
});

test.each(['_dlopen_js', '_emscripten_dlopen_js', '_dlsym_js', '_dlsym_catchup_js'])(
  'the first call of %s links the others, once',
  (name) => {
    const { env, linked } = start(['malloc']);
    env['other']?.();
    expect(linked).toEqual([]);
    env[name]?.();
    env[name]?.();
    env['_dlsym_js']?.();
    expect(linked).toEqual([exports]);
  },
);

test('what is wrapped answers as before, and keeps its signature', () => {
  const { env } = start([]);
  expect(env['_dlopen_js']?.(7)).toBe('opened 7');
  expect(env['_dlopen_js']).toHaveProperty('sig', 'pp');
});
