/** Asks pip for wheels that fit the engine. Nothing is installed, nothing is built. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CliError } from '../errors.ts';
import type { Lock } from './lock.ts';

const run = promisify(execFile);

/** Prints what a wheel needs on the engine, as JSON. Beside the bundle. */
const requires_script = fileURLToPath(new URL('./requires.py', import.meta.url));

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
export function tags_of({ python: version, abi_version }: Lock): {
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
  | { readonly kind: 'ok'; readonly files: readonly string[] }
  /** pip's own words. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Fetches wheels of `requirements` into `folder`; with `deps` all that they need too. */
export async function download(
  lock: Lock,
  folder: string,
  requirements: readonly string[],
  deps: boolean,
): Promise<Download> {
  const { version, abi, platform } = tags_of(lock);
  await mkdir(folder, { recursive: true });
  const args = [
    ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--dest', folder],
    ...['--only-binary=:all:', '--implementation', 'cp', '--python-version', version],
    ...['--abi', abi, '--abi', 'abi3', '--abi', 'none', '--platform', platform],
    ...(deps ? [] : ['--no-deps']),
    ...requirements,
  ];
  try {
    await run(python(), args, { maxBuffer: 16 * 2 ** 20 });
    const files = await readdir(folder);
    return {
      kind: 'ok',
      files: files.filter((name) => name.endsWith('.whl')).map((name) => join(folder, name)),
    };
  } catch (error) {
    return { kind: 'failed', reason: (error as { stderr?: string }).stderr ?? String(error) };
  }
}

/** What a wheel needs on the engine, as requirement strings. */
export async function requires(lock: Lock, wheel: string): Promise<string[]> {
  const { stdout } = await run(python(), [requires_script, wheel, tags_of(lock).version]);
  return JSON.parse(stdout) as string[];
}
