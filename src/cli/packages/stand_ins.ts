/**
 * Lets pip choose among the engine's own packages too: for each an empty wheel with its name, version and needs. pip then
 * finds one set of versions that go together, from the package index and the engine alike, and where it took a stand-in
 * the engine's file is meant.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Lock, LockedPackage } from './lock.ts';
import { normal_name } from './requirements.ts';

/**
 * The tag that fits every engine and is liked least: where the index has the same version, pip takes that one, which can
 * be put beside the page.
 */
const TAG = 'py30-none-any';

/** No index has this version, so pip never brings the `streamlit` of the index, whatever asks for it. */
export const STREAMLIT = { name: 'streamlit', version: '1.67.0+tablit' } as const;

export interface StandIn {
  readonly name: string;
  readonly version: string;
  /** Requirements. */
  readonly needs: readonly string[];
}

/**
 * Of each package in `rows`. `exact`: each asks for just the versions that the lock has, which were tried together;
 * else for any.
 */
export function stand_ins_of(lock: Lock, rows: readonly LockedPackage[], exact: boolean): StandIn[] {
  const need = (name: string) => {
    const row = lock.packages.get(normal_name(name));
    if (!row || !can_stand_in(row)) return [];
    return [exact ? `${row.name}==${row.version}` : row.name];
  };
  const own = rows
    .filter(can_stand_in)
    .map(({ name, version, depends }) => ({ name, version, needs: depends.flatMap(need) }));
  return [...own, { ...STREAMLIT, needs: [] }];
}

/** Others (shared libraries, parts of the standard library) are nothing that pip knows by that name. */
export function can_stand_in({ file_name, package_type = 'package', version }: LockedPackage): boolean {
  return file_name.endsWith('.whl') && package_type === 'package' && /^\d[\w.!+]*$/.test(version);
}

/** The stand-in's file name. */
export function file_of({ name, version }: Pick<StandIn, 'name' | 'version'>): string {
  return `${escaped(name)}-${version}-${TAG}.whl`;
}

export function wheel_of(stand_in: StandIn): Uint8Array {
  const { name, version, needs } = stand_in;
  const folder = `${escaped(name)}-${version}.dist-info`;
  const metadata = ['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`];
  const wheel = ['Wheel-Version: 1.0', 'Generator: tablit', 'Root-Is-Purelib: true', `Tag: ${TAG}`];
  const text = (lines: readonly string[]) => strToU8(`${lines.join('\n')}\n`);
  return zipSync({
    [`${folder}/METADATA`]: text([...metadata, ...needs.map((need) => `Requires-Dist: ${need}`)]),
    [`${folder}/WHEEL`]: text(wheel),
    [`${folder}/RECORD`]: text([]),
  });
}

/** Fills `folder` unless it is there: it is named after what goes in. */
export async function write_stand_ins(folder: string, stand_ins: readonly StandIn[]): Promise<void> {
  if (existsSync(folder)) return;
  const partial = `${folder}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  for (const one of stand_ins) await writeFile(join(partial, file_of(one)), wheel_of(one));
  await mkdir(dirname(folder), { recursive: true });
  // Another run may have been faster.
  await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
}

function escaped(name: string): string {
  return name.replaceAll(/[-_.]+/g, '_');
}
