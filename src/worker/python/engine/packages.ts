/** Puts wheels and archives of shared libraries where Python and its linker look for them. */
import type { PackageFile } from '../../../wire/api.ts';
import { byte_size } from '../../../wire/byte_size.ts';
import { is_whole_zip } from './blobs.ts';
import { EngineError } from './errors.ts';
import type { Lock } from './files.ts';
import type { Pyodide } from './handle.ts';
import { open_library } from './pyodide.ts';
import { python_version, unpack } from './python.ts';

const library_directory = '/usr/lib';

/** Where `file_name` goes: a wheel into site-packages, what the lock calls `dynlib` to the shared libraries. */
export function install_directory(lock: Lock, file_name: string, site_packages: string): string {
  if (file_name.endsWith('.whl')) return site_packages;
  const entry = Object.values(lock.packages).find((candidate) => candidate.file_name === file_name);
  return entry?.install_dir === 'dynlib' ? library_directory : site_packages;
}

/** Shown while a package is unpacked: its name and size. */
export function package_label({ name, data }: PackageFile): string {
  return `${name} (${byte_size(data.size)})`;
}

/** Unpacks one package. Throws `damaged_package` naming its file. */
export async function install_package(pyodide: Pyodide, lock: Lock, file: PackageFile): Promise<void> {
  const data = new Uint8Array(await file.data.arrayBuffer());
  if (!is_whole_zip(data)) {
    throw new EngineError('damaged_package', `${file.file_name} is cut short or is no zip archive.`, {
      file: file.file_name,
    });
  }
  const site = site_packages(pyodide);
  const folder = install_directory(lock, file.file_name, site);
  // All are opened at once: left to the imports that want them, they are compiled one by one on this thread.
  const libraries = unpack(pyodide, data, folder);
  // Beside a wheel's package may lie a folder of libraries that it brought for itself.
  const own = `${site}/${file.file_name.split('-')[0]}.libs`;
  for (const path of libraries) await open_library(pyodide, path, own);
}

function site_packages(pyodide: Pyodide): string {
  const [major, minor] = python_version(pyodide).split('.');
  return `/lib/python${major}.${minor}/site-packages`;
}
