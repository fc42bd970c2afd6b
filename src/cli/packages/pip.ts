/** Asks pip for wheels that fit the engine. Nothing is installed, nothing is built. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CliError } from '../errors.ts';
import type { Lock } from './lock.ts';

const run = promisify(execFile);

/** Says what requirements hold on the engine. Beside the bundle. */
const requires_script = fileURLToPath(new URL('./requires.py', import.meta.url));

/** Milliseconds for which what pip brought is taken as it is. */
const FRESH = 24 * 3_600_000;

export function cache_folder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'tablit', 'wheels');
}

function python(): string {
  const found = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-m', 'pip', '--version']).status === 0,
  );
  if (found) return found;
  throw new CliError(
    'packages_failed',
    'The app asks for packages, and there is no Python with pip to fetch them.',
    'Install Python 3 with pip.',
  );
}

/** `3.14`, `cp314`, and the platform of the engine's wheels. */
export function tags_of({ python: version, abi_version }: Pick<Lock, 'python' | 'abi_version'>): {
  version: string;
  abi: string;
  platform: string;
} {
  const [major = '3', minor = '14'] = version.split('.');
  const prefix = Number(minor) >= 14 ? 'pyemscripten' : 'pyodide';
  return {
    version: `${major}.${minor}`,
    abi: `cp${major}${minor}`,
    platform: `${prefix}_${abi_version}_wasm32`,
  };
}

export type Download =
  /** Paths of wheels. */
  | { readonly kind: 'ok'; readonly files: readonly string[] }
  /** No wheel fits, or there is no such package; `reason` is pip's last line. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string };

/**
 * Fetches wheels of `requirements` into `folder`, which is theirs alone; with `deps` all that they need too. What was
 * fetched within a day is taken as it is, and what is older where the index cannot be reached.
 */
export async function download(
  lock: Lock,
  folder: string,
  requirements: readonly string[],
  deps: boolean,
): Promise<Download> {
  const kept = await wheels_in(folder);
  const age = Date.now() - ((await stat(folder).catch(() => undefined))?.mtimeMs ?? 0);
  if (kept.length > 0 && age < FRESH) return { kind: 'ok', files: kept };
  const partial = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await run(python(), arguments_for(lock, partial, requirements, deps), { maxBuffer: 16 * 2 ** 20 });
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return { kind: 'ok', files: await wheels_in(folder) };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (error instanceof CliError) throw error;
    const failed = failure_in((error as { stderr?: string }).stderr ?? String(error));
    return failed.kind === 'unreachable' && kept.length > 0 ? { kind: 'ok', files: kept } : failed;
  }
}

function arguments_for(lock: Lock, folder: string, requirements: readonly string[], deps: boolean): string[] {
  const { version, abi, platform } = tags_of(lock);
  return [
    ...[
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--retries',
      '2',
      '--dest',
      folder,
    ],
    ...['--only-binary=:all:', '--implementation', 'cp', '--python-version', version],
    ...['--abi', abi, '--abi', 'abi3', '--abi', 'none', '--platform', platform],
    ...(deps ? [] : ['--no-deps']),
    // What comes from an app is never an option of pip.
    ...['--', ...requirements],
  ];
}

/** What pip's complaints mean. */
export function failure_in(complaints: string): Exclude<Download, { kind: 'ok' }> {
  const reason = complaints.trim().split('\n').at(-1) ?? '';
  const unreachable =
    /Retrying \(Retry|NewConnectionError|NameResolutionError|ProxyError|Max retries exceeded/;
  return { kind: unreachable.test(complaints) ? 'unreachable' : 'none', reason };
}

async function wheels_in(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.whl'))
    .sort()
    .map((name) => join(folder, name));
}

/** What a wheel needs on the engine with these extras, as requirement strings. */
export async function requires(lock: Lock, wheel: string, extras: readonly string[]): Promise<string[]> {
  const { stdout } = await run(python(), [requires_script, tags_of(lock).version, 'wheel', wheel, ...extras]);
  return JSON.parse(stdout) as string[];
}

/** Those requirements whose marker holds on the engine, without the marker. Throws `bad_app` for what is none. */
export async function that_hold(lock: Lock, requirements: readonly string[]): Promise<string[]> {
  try {
    const { stdout } = await run(python(), [
      requires_script,
      tags_of(lock).version,
      'these',
      ...requirements,
    ]);
    return JSON.parse(stdout) as string[];
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { reason } = failure_in((error as { stderr?: string }).stderr ?? String(error));
    throw new CliError('bad_app', `The app's list of packages cannot be read: ${reason}`);
  }
}
