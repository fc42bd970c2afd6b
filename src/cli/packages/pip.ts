/** Asks pip for wheels that fit the engine. Nothing is installed, nothing is built. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CliError } from '../errors.ts';
import type { Lock } from './lock.ts';
import { tags_of } from './lock.ts';

export interface Request {
  readonly requirements: readonly string[];
  /** Files of constraints. */
  readonly constraints: readonly string[];
  /** A folder with wheels that pip may choose. */
  readonly find_links: string;
  /** Whether the package index is asked. */
  readonly index: boolean;
  /** Where the wheels go. */
  readonly into: string;
}

export type PipOutcome = { readonly kind: 'ok' } | { readonly kind: 'failed'; readonly words: string };

/** `heard`: each line that pip says while it works. Throws `packages_failed` when there is no pip. */
export type Pip = (lock: Lock, request: Request, heard: (line: string) => void) => Promise<PipOutcome>;

/** Beside the bundle. */
const program = fileURLToPath(new URL('./pip_for_engine.py', import.meta.url));

export const run_pip: Pip = (lock, request, heard) => {
  const child = spawn(python(), [program, ...arguments_of(lock, request)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stdout }).on('line', heard);
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? { kind: 'ok' } : { kind: 'failed', words }));
  });
};

/** What `pip_for_engine.py` is given. */
export function arguments_of(lock: Lock, request: Request): string[] {
  const { version, abi, platform } = tags_of(lock);
  const { requirements, constraints, find_links, index, into } = request;
  return [
    ...[version, 'download', '--disable-pip-version-check', '--no-input', '--no-color', '--progress-bar=off'],
    ...['--only-binary=:all:', '--implementation=cp', `--python-version=${version}`],
    ...[`--abi=${abi}`, '--abi=abi3', '--abi=none', `--platform=${platform}`],
    ...[`--dest=${into}`, `--find-links=${find_links}`],
    ...(index ? ['--retries=2', '--timeout=20'] : ['--no-index']),
    ...constraints.map((file) => `--constraint=${file}`),
    ...['--', ...requirements],
  ];
}

let found: string | undefined;

function python(): string {
  found ??= ['python3', 'python'].find((name) => spawnSync(name, ['-m', 'pip', '--version']).status === 0);
  if (found !== undefined) return found;
  throw new CliError(
    'packages_failed',
    'The app asks for packages, and there is no Python with pip to fetch them.',
    'Install Python 3 with pip.',
  );
}
