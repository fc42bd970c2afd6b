/** What the engine and its sandbox promise, in three browsers: `npx vitest run --config e2e/engines/vitest.config.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BootReport } from '../../src/wire/api.ts';
import { build_engine } from '../../tools/engine/build.ts';
import { type Driver, open_browser, present_browsers } from './driver.ts';
import { build_other_engine } from './other_site.ts';
import type { Proof, Timed } from './page.ts';
import { type Served, serve } from './server.ts';
import { build_one_file, build_site } from './site.ts';

type BootOptions = Parameters<Proof['boot']>[0];

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tablit-engines-'));
  const engine = join(folder, 'engine');
  const manifest = await build_engine(engine);
  await build_site(folder);
  await build_one_file(join(folder, 'one.html'), engine, manifest);
  served = await serve(folder);
}, 120_000);

afterAll(async () => {
  served.close();
  await rm(folder, { recursive: true });
});

describe.each(present_browsers())(
  '%s',
  (name) => {
    let driver: Driver;
    let first: BootReport;
    beforeAll(async () => {
      driver = await open_browser(name);
      await driver.open(served.address);
      first = booted(await boot(), name);
    }, 60_000);
    afterAll(() => driver.close());

    const boot = (options: BootOptions = {}) =>
      driver.evaluate((given) => globalThis.proof.boot(given), options);
    const python = (code: string) => driver.evaluate((given) => globalThis.proof.python(given), code);

    test('a page over http restores Python, which runs and imports streamlit', async () => {
      expect(first).toMatchObject({ kind: 'snapshot', python: '3.14.2' });
      expect(await python('1+1')).toBe('2');
      expect(await python('import json, streamlit; json.dumps(streamlit.__name__)')).toBe('"streamlit"');
      expect(await python('import colorsys; colorsys.__name__')).toBe('colorsys');
    });

    test('Python waits inside a call where the browser can suspend WebAssembly', async () => {
      const wait = 'list(map(lambda value: run_sync(asyncio.sleep(0.01, value)), [7]))[0]';
      const answer = await python(`import asyncio; from pyodide.ffi import run_sync; ${wait}`);
      expect(answer).toMatch(first.jspi ? /^7$/ : /Cannot stack switch|not supported/);
    });

    test('the sandbox has no door but its ports', async () => {
      expect(await driver.evaluate(() => globalThis.proof.open_doors())).toEqual([]);
      expect(await driver.evaluate(() => globalThis.proof.violations)).toEqual([]);
    });

    test('Python knows the reader’s time zone, not the build machine’s', async () => {
      const offset = await driver.evaluate(() => new Date(2026, 0, 15).getTimezoneOffset() * 60);
      expect(await python('import time; time.timezone')).toBe(String(offset));
    });

    test('an app’s code knows its columns, though the image’s does not', async () => {
      const columns = (code: string) => python(`any(column for *_, column in ${code}.co_positions())`);
      expect(await columns('compile("f(1)", "app.py", "eval")')).toBe('true');
      expect(await columns('__import__("json").dumps.__code__')).toBe('false');
    });

    test('two restores draw different random numbers', async () => {
      const draw = 'import random; random.random()';
      const drawn = await python(draw);
      booted(await boot(), `${name} again`);
      expect(await python(draw)).not.toBe(drawn);
      expect(await driver.evaluate(() => globalThis.proof.open_doors())).toEqual([]);
    });

    test('a damaged image is given up, and a new worker boots without it', async () => {
      expect(booted(await boot({ image: 'damaged' })).fallback).toBe('The memory image is damaged.');
      expect(booted(await boot({ image: 'none' }), `${name} ordinary`).kind).toBe('ordinary');
      expect(await python('import streamlit; 1+1')).toBe('2');
    });

    test.each([
      [{ without: 'pyodide.asm.wasm' }, 'missing_file', 'pyodide.asm.wasm'],
      [{ cut: 'pyodide.asm.wasm' }, 'damaged_file', 'pyodide.asm.wasm'],
      [{ cut: 'pyodide.asm.mjs' }, 'damaged_file', 'pyodide.asm.mjs'],
      [{ cut: 'pyodide.mjs' }, 'damaged_file', 'pyodide.mjs'],
      [{ cut: 'python_stdlib.zip' }, 'damaged_file', 'python_stdlib.zip'],
      [{ cut: 'pyodide-lock.json' }, 'damaged_file', 'pyodide-lock.json'],
    ])('%j is told by the file’s name', async (options, code, file) => {
      expect((await boot(options)).report).toMatchObject({ fault: { code, file } });
    });

    test('a worker that never ends is ended, and the next one starts at once', async () => {
      booted(await boot());
      await driver.evaluate(() => void globalThis.proof.python('while True: pass'));
      await driver.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      booted(await boot(), `${name} after an endless loop`);
      expect(await python('1+1')).toBe('2');
    });

    test('a sandbox that cannot start says why', async () => {
      const start_broken = (what: 'program' | 'bootstrap') =>
        driver.evaluate((given) => globalThis.proof.start_broken(given), what);
      expect(await start_broken('program')).toBe('worker_failed');
      expect(await start_broken('bootstrap')).toBe('frame_silent');
    });

    test('one HTML file opened from the disk restores Python', async () => {
      await driver.open(pathToFileURL(join(folder, 'one.html')).href);
      expect(booted(await boot(), `${name} one file`).kind).toBe('snapshot');
      expect(await python('import streamlit; 1+1')).toBe('2');
      expect(await driver.evaluate(() => globalThis.proof.open_doors())).toEqual([]);
    });
  },
  120_000,
);

describe('the other engine in chromium', () => {
  let driver: Driver;
  beforeAll(async () => {
    await build_other_engine(join(folder, 'other'), ['numpy', 'pandas', 'scikit-learn']);
    driver = await open_browser('chromium');
    await driver.open(`${served.address}?engine=other`);
  }, 600_000);
  afterAll(() => driver.close());

  test('the same code boots another Pyodide and unpacks wheels that were handed in', async () => {
    const timed = await driver.evaluate(() => globalThis.proof.boot());
    expect(booted(timed, 'other engine')).toMatchObject({ kind: 'ordinary', python: '3.12.7' });
    const python = (code: string) => driver.evaluate((given) => globalThis.proof.python(given), code);
    expect(await python('import numpy; int(numpy.arange(5).sum())')).toBe('10');
    expect(await python('import pandas; int(pandas.DataFrame({"a": [1, 2]}).a.sum())')).toBe('3');
    expect(await python('import sklearn.linear_model; sklearn.__version__')).toBe('1.6.1');
    expect(await driver.evaluate(() => globalThis.proof.violations)).toEqual([]);
  });
}, 120_000);

/** The report of a boot that did not fail; with `label`, its times are printed. */
function booted({ report, boot_ms, page_ms }: Timed, label?: string): BootReport {
  if ('fault' in report) throw new Error(report.fault.message);
  if (label) {
    const steps = report.steps.map(({ step, ms }) => `${step} ${Math.round(ms)}`).join(', ');
    console.log(`${label}: boot ${Math.round(boot_ms)} ms, page ${Math.round(page_ms)} ms (${steps})`);
  }
  return report;
}
