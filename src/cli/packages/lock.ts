/** An engine's lock: the packages that were built for it, with what each needs. */
import { normal_name } from './requirements.ts';

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly file_name: string;
  readonly sha256: string;
  /** Names; their versions are those of the lock. */
  readonly depends: readonly string[];
  /** `package`, `cpython_module` (a part of the standard library), `shared_library`, and others. */
  readonly package_type?: string;
}

export interface Lock {
  /** The engine's own version; undefined where an old list does not say. */
  readonly version: string | undefined;
  /** Python's version, such as `3.14.2`. */
  readonly python: string;
  /** In the platform's tag of its wheels: `2026_0`. */
  readonly abi_version: string;
  readonly packages: ReadonlyMap<string, LockedPackage>;
}

interface LockFile {
  readonly info: { readonly version?: string; readonly python: string; readonly abi_version: string };
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export function read_lock(text: string): Lock {
  const { info, packages } = JSON.parse(text) as LockFile;
  const rows = Object.values(packages).map((row) => [normal_name(row.name), row] as const);
  return {
    version: info.version,
    python: info.python,
    abi_version: info.abi_version,
    packages: new Map(rows),
  };
}

/** A package and all it needs, what is needed first. Names that the lock has not are left out. */
export function closure(lock: Lock, names: readonly string[]): LockedPackage[] {
  const found = new Set<LockedPackage>();
  const seen = new Set<LockedPackage>();
  const visit = (name: string): void => {
    const row = lock.packages.get(normal_name(name));
    // What was seen may still wait for what it needs: some packages need each other.
    if (!row || seen.has(row)) return;
    seen.add(row);
    for (const needed of row.depends) visit(needed);
    found.add(row);
  };
  for (const name of names) visit(name);
  return [...found];
}

export interface Tags {
  /** Of Python, as pip takes it. */
  readonly version: string;
  readonly abi: string;
  readonly platform: string;
}

/** Of the wheels that the engine takes: `3.14.2`, `cp314`, `pyemscripten_2026_0_wasm32`. */
export function tags_of({ python, abi_version }: Pick<Lock, 'python' | 'abi_version'>): Tags {
  const [major = '3', minor = '14'] = python.split('.');
  // The platform got its name when Python took it up, with 3.14.
  const platform = Number(minor) >= 14 ? 'pyemscripten' : 'pyodide';
  return { version: python, abi: `cp${major}${minor}`, platform: `${platform}_${abi_version}_wasm32` };
}
