/** Runs an app when it is built, so that its page can be painted before the reader has Python. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { Config } from '../share/config.ts';
import type { Project } from '../share/index.ts';
import type { PrerenderRequest, PrerenderResult } from '../share/prerender.ts';
import { type SitePackage, site_in } from '../share/site.ts';
import { CliError } from './errors.ts';
import type { Resolved } from './packages/site_packages.ts';
import { prerender_program, site_folder } from './places.ts';

/** Milliseconds that the engine and the script have together. */
const PATIENCE = 60_000;

const WITHOUT = 'Build without --prerender, or let the script do without it at first';

/**
 * What the app's first run shows, as `KeptPage`. It has no secrets, no network and nobody signed in. Throws `bad_app` when
 * the script raises or does not come to its end, `packages_failed` when a package cannot be had.
 */
export async function first_page(project: Project, config: Config, packages: Resolved): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'tablit-'));
  try {
    await packages.copy_to(join(folder, 'packages'));
    const wheels = await Promise.all(packages.listed.map((wheel) => wheel_at_hand(folder, wheel)));
    const { entrypoint, files } = project;
    const request = { ...(await unpack_engine(folder)), packages: wheels, entrypoint, files, config };
    return page_of(await run_in_thread(prerender_program(), request));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every file of the shipped engine that an ordinary start needs. */
async function unpack_engine(folder: string): Promise<Pick<PrerenderRequest, 'engine' | 'python'>> {
  const from = site_folder();
  const { engine } = site_in(await readFile(join(from, 'index.html'), 'utf8'));
  const target = join(folder, 'engine');
  await mkdir(target);
  for (const { name, file } of engine.files) {
    const bytes = await readFile(join(from, file));
    await writeFile(join(target, name), file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  }
  return { engine: target, python: join(from, engine.python.file) };
}

async function wheel_at_hand(
  folder: string,
  { name, file, file_name, url, sha256 }: SitePackage,
): Promise<PrerenderRequest['packages'][number]> {
  if (file !== undefined) return { name, place: join(folder, file) };
  const bytes = await fetch(url as string)
    .then(async (response) => (response.ok ? Buffer.from(await response.arrayBuffer()) : undefined))
    .catch(() => undefined);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new CliError(
      'packages_failed',
      `${name} could not be fetched from ${url} to run the app.`,
      `${WITHOUT.split(',')[0]}: the page fetches it then.`,
    );
  }
  const place = join(folder, 'fetched', basename(file_name));
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, bytes);
  return { name, place };
}

/** In a thread, which can be ended, and which is told nothing of this process's environment. */
export function run_in_thread(
  program: string,
  request: PrerenderRequest,
  patience: number = PATIENCE,
): Promise<PrerenderResult> {
  const thread = new Worker(program, {
    workerData: request,
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise<PrerenderResult>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new CliError(
          'bad_app',
          `${request.entrypoint} did not come to its end within ${Math.round(patience / 1000)} seconds, so that there is no first page.`,
          `${WITHOUT}.`,
        ),
      );
    }, patience);
    thread.once('message', resolve).once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that ran the app ended without a word.')));
    thread.once('exit', () => clearTimeout(timer));
  }).finally(() => void thread.terminate());
}

function page_of(result: PrerenderResult): unknown {
  switch (result.kind) {
    case 'page':
      return result.page;
    case 'too_large':
      throw new CliError(
        'bad_app',
        `The app's first page is too large to be shipped: more than ${result.most / 1_000_000} million characters.`,
        'Build without --prerender, or show less at first.',
      );
    case 'raised': {
      const trace = result.stack_trace.map((line) => `  ${line}\n`).join('');
      throw new CliError(
        'bad_app',
        `The script failed when it was run for its first page:\n${trace}  ${result.error}`,
        `When an app is built it has no secrets, no network and nobody signed in. ${WITHOUT}.`,
      );
    }
  }
}
