/** The places that an app's wheels come from. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CliError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { closure, type Lock } from './lock.ts';
import { cache_folder, type Download, download, requires } from './pip.ts';
import { extras_of, package_name } from './requirements.ts';
import { fits, specifier_of } from './versions.ts';
import { fetched_by_page, type Wheel, wheel_at } from './wheel.ts';

/** Given by the engine itself. */
export const given: ReadonlySet<string> = new Set(['streamlit', 'tablit']);

/** The engine's own packages, whose files lie in `folder`. Throws `no_wheel` or `packages_failed`. */
export async function from_folder(lock: Lock, folder: string, asked: readonly string[]): Promise<Wheel[]> {
  for (const requirement of asked) check_locked(lock, requirement, 'This engine has no such package.');
  const rows = closure(lock, asked.map(package_name));
  return Promise.all(rows.map((row) => wheel_at(join(folder, row.file_name), row)));
}

/** The package index first; what it has no wheel of comes from the engine's own address, where that has it. */
export async function from_index(lock: Lock, engine: Engine, asked: readonly string[]): Promise<Wheel[]> {
  const whole = await download(lock, folder_for(lock, 'all', asked), asked, true);
  const wheels = whole.kind === 'ok' ? await Promise.all(whole.files.map((file) => wheel_at(file))) : [];
  // A package may have asked for Streamlit itself.
  const usable = wheels.length > 0 && !wheels.some(({ listed }) => given.has(package_name(listed.name)));
  return usable ? wheels : one_by_one(lock, engine, asked);
}

async function one_by_one(lock: Lock, engine: Engine, asked: readonly string[]): Promise<Wheel[]> {
  const found = new Map<string, Wheel>();
  const queue = [...asked];
  for (let requirement = queue.shift(); requirement !== undefined; requirement = queue.shift()) {
    const name = package_name(requirement);
    if (found.has(name) || given.has(name)) continue;
    const got = await download(lock, folder_for(lock, 'one', [requirement]), [requirement], false);
    const file = got.kind === 'ok' ? got.files[0] : undefined;
    if (file !== undefined) {
      found.set(name, await wheel_at(file));
      queue.push(...(await requires(lock, file, extras_of(requirement))));
      continue;
    }
    if (got.kind === 'unreachable' && !lock.packages.has(name)) throw unreachable(requirement, got.reason);
    check_locked(lock, requirement, reason_of(got));
    for (const row of closure(lock, [name])) {
      const key = package_name(row.name);
      if (!found.has(key)) found.set(key, fetched_by_page(engine.url(row.file_name), row));
    }
  }
  return [...found.values()];
}

/** One for each list: what was fetched for another stays apart. */
function folder_for({ abi_version }: Lock, kind: string, requirements: readonly string[]): string {
  const text = [abi_version, kind, ...requirements].join('\n');
  return join(cache_folder(), createHash('sha256').update(text).digest('hex').slice(0, 16));
}

/** Throws `no_wheel` when the engine's own packages do not hold what is asked for. */
export function check_locked(lock: Lock, requirement: string, reason: string): void {
  const row = lock.packages.get(package_name(requirement));
  if (!row) throw no_wheel(requirement, reason);
  if (fits(row.version, specifier_of(requirement))) return;
  throw no_wheel(
    requirement,
    `The engine has ${row.name} ${row.version}: ask for that version, or for none.`,
  );
}

function no_wheel(requirement: string, reason: string): CliError {
  return new CliError(
    'no_wheel',
    `${requirement} has no build for the browser's Python.`,
    `${reason}\nA package of Python alone works; one with compiled parts needs a wheel for this engine (docs/packages.md).`.trim(),
  );
}

function unreachable(requirement: string, reason: string): CliError {
  return new CliError(
    'packages_failed',
    `${requirement} could not be fetched: the package index does not answer.`,
    reason,
  );
}

function reason_of(got: Download): string {
  return got.kind === 'ok' ? '' : got.reason;
}
