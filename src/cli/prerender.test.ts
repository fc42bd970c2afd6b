import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PrerenderRequest } from '../share/prerender.ts';
import { run_in_thread } from './prerender.ts';
import { temporary_folder } from './testing/folder.ts';

const request: PrerenderRequest = {
  engine: '',
  python: '',
  packages: [],
  entrypoint: 'app.py',
  files: new Map(),
  config: {},
};

async function run(program: string, patience?: number) {
  const { path } = await temporary_folder({ 'program.mjs': program });
  return run_in_thread(join(path, 'program.mjs'), request, patience);
}
const threads = "import { parentPort, workerData } from 'node:worker_threads';\n";

it('gives what the thread says, and ends it', async () => {
  const program = `${threads}parentPort.postMessage({ kind: 'page', page: workerData.entrypoint });\nfor (;;);`;
  expect(await run(program)).toEqual({ kind: 'page', page: 'app.py' });
});

it('ends a script that does not, and says so', async () => {
  const error = { code: 'bad_app', message: expect.stringContaining('app.py did not come to its end') };
  await expect(run('for (;;);', 200)).rejects.toMatchObject(error);
});

it.each([
  ['throw new Error("broken engine")', 'broken engine'],
  ['process.exit(3)', 'without a word'],
])('passes on what is no fault of the script: %s', async (program, words) => {
  await expect(run(program)).rejects.toThrow(words);
});

it('tells the thread nothing of the environment', async () => {
  const program = `${threads}parentPort.postMessage({ kind: 'page', page: Object.keys(process.env) });`;
  expect(await run(program)).toEqual({ kind: 'page', page: [] });
});
