/** The npm packages whose code or files travel to readers, with what they bring along. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifest_of(name: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
}

export function shipped(): Manifest[] {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  // Pyodide and the icon font are build dependencies whose files are shipped.
  const queue = [...Object.keys(own.dependencies ?? {}), 'pyodide', 'material-symbols', 'gemoji'];
  const found = new Map<string, Manifest>();
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (found.has(name) || !existsSync(join(root, 'node_modules', name, 'package.json'))) continue;
    const manifest = manifest_of(name);
    found.set(name, manifest);
    // Pyodide's own dependencies serve Node only.
    if (name !== 'pyodide') queue.push(...Object.keys(manifest.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
