/** Starts Python in Node from a folder with Pyodide's files: the ordinary start, which needs no memory image. */
import { readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrerenderRequest } from '../share/prerender.ts';
import type { Lock } from '../worker/python/engine/files.ts';
import type { Pyodide } from '../worker/python/engine/handle.ts';
import { install_package } from '../worker/python/engine/packages.ts';
import { find_packages, mount_package } from '../worker/python/engine/python.ts';

interface Loader {
  readonly loadPyodide: (options: {
    readonly indexURL: string;
    readonly env: Readonly<Record<string, string>>;
  }) => Promise<Pyodide>;
}

export async function start_python({
  engine,
  python,
  packages,
}: Pick<PrerenderRequest, 'engine' | 'python' | 'packages'>): Promise<Pyodide> {
  const program = pathToFileURL(join(engine, 'pyodide.mjs')).href;
  const { loadPyodide } = (await import(/* @vite-ignore */ program)) as Loader;
  const pyodide = await loadPyodide({ indexURL: engine + sep, env: { HOME: '/home/pyodide' } });
  mount_package(pyodide, new Uint8Array(await readFile(python)));
  if (packages.length === 0) return pyodide;
  const lock = JSON.parse(await readFile(join(engine, 'pyodide-lock.json'), 'utf8')) as Lock;
  for (const { name, place } of packages) {
    const data = new Blob([new Uint8Array(await readFile(place))]);
    await install_package(pyodide, lock, { name, file_name: basename(place), data });
  }
  find_packages(pyodide);
  return pyodide;
}
