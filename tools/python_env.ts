/**
 * The virtual environment `.venv` with the tools of the Python package's own tests, made when it is not there or when
 * its list changed. As a program it runs that environment's Python with the given arguments.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

const folder = join(root, '.venv');
const list = join(root, 'src/worker/python/requirements-dev.txt');
const stamp = join(folder, 'requirements.sha256');

export const package_folder = join(root, 'src/worker/python');

/** Path of the environment's Python. Throws when there is no Python ≥ 3.11 with `venv` on this machine. */
export function python_env(): string {
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const wanted = createHash('sha256').update(readFileSync(list)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  console.log('Making .venv with the tools of the Python tests (once)…');
  execFileSync(base_python(), ['-m', 'venv', '--clear', folder], { stdio: 'inherit' });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', list];
  execFileSync(python, pip, { stdio: 'inherit' });
  writeFileSync(stamp, wanted);
  return python;
}

function base_python(): string {
  const works = ['python3', 'python'].find((name) => {
    const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))';
    return spawnSync(name, ['-c', check], { stdio: 'ignore' }).status === 0;
  });
  if (works) return works;
  throw new Error(
    'The tests of the Python package need Python 3.11 or newer with its venv module. On Debian: apt-get install python3 python3-venv',
  );
}

if (import.meta.main) {
  const { status } = spawnSync(python_env(), process.argv.slice(2), { stdio: 'inherit', cwd: root });
  process.exitCode = status ?? 1;
}
