/** Our own Python in the engine: where its archive is mounted, and the few functions of `tablit.engine` by name. */
import type { Pyodide } from './handle.ts';

/** Outside the app's folder and site-packages; in front of them, so that no package can take its place. */
export const package_path = '/lib/tablit.zip';

/** The functions of `src/worker/python/tablit/engine.py`. */
interface EngineModule {
  after_restore(): void;
  after_install(): void;
}

/** Puts the archive in place and, in an interpreter that does not know it yet, on `sys.path`. */
export function mount_package(pyodide: Pyodide, archive: Uint8Array): void {
  pyodide.FS.writeFile(package_path, archive);
  const sys = pyodide.pyimport<{ readonly path: SysPath }>('sys');
  const { path } = sys;
  if (path.count(package_path) === 0) path.insert(1, package_path);
  path.destroy();
  sys.destroy();
}

interface SysPath {
  count(entry: string): number;
  insert(index: number, entry: string): void;
  destroy(): void;
}

/** Draws anew what the image froze: random numbers, clocks, the time zone. */
export function wake_up(pyodide: Pyodide): void {
  with_engine_module(pyodide, (engine) => engine.after_restore());
}

/** The functions of `src/worker/python/tablit/packages.py`. */
interface PackagesModule {
  unpack(archive: string, folder: string): string;
}

/**
 * Unpacks the zip archive `data` into `folder`, made if need be. Returns the paths of the shared libraries in it. Throws
 * Python's `BadZipFile` or `ValueError`.
 */
export function unpack(pyodide: Pyodide, data: Uint8Array, folder: string): readonly string[] {
  const path = '/tmp/tablit-package.zip';
  pyodide.FS.writeFile(path, data);
  const packages = pyodide.pyimport<PackagesModule>('tablit.packages');
  try {
    return packages.unpack(path, folder).split('\n').filter(Boolean);
  } finally {
    packages.destroy();
  }
}

/** Lets Python look again where packages are. */
export function find_packages(pyodide: Pyodide): void {
  with_engine_module(pyodide, (engine) => engine.after_install());
}

/** Python's version, such as `3.14.2`. */
export function python_version(pyodide: Pyodide): string {
  const sys = pyodide.pyimport<{ readonly version: string }>('sys');
  const version = sys.version.split(' ')[0] ?? '';
  sys.destroy();
  return version;
}

function with_engine_module(pyodide: Pyodide, use: (engine: EngineModule) => void): void {
  const engine = pyodide.pyimport<EngineModule>('tablit.engine');
  try {
    use(engine);
  } finally {
    engine.destroy();
  }
}
