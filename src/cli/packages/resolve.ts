/** From what an app asks for to the wheels that the page hands to the engine. */
import { basename, join } from 'node:path';
import type { Project } from '../../share/index.ts';
import type { Engine } from './engine.ts';
import { find_wheels, type Search } from './find_wheels.ts';
import { closure, type Lock, type LockedPackage } from './lock.ts';
import { type Pip, run_pip } from './pip.ts';
import { suits_python } from './python_version.ts';
import { type Asked, normal_name, package_name, requirements_of } from './requirements.ts';
import { cache_folder } from './sets.ts';
import { in_site, type Resolved } from './site_packages.ts';
import { can_stand_in, file_of, STREAMLIT } from './stand_ins.ts';
import { check_hashes, fetched_by_page, type Wheel, wheel_at, wheel_line } from './wheel.ts';

export interface ResolveEffects {
  readonly say: (text: string) => void;
  readonly pip?: Pip;
  /** Where sets of wheels are kept. */
  readonly cache?: string;
}

/** Given by the engine itself: the `streamlit` of the package index is another program. */
const given: ReadonlySet<string> = new Set(['streamlit', 'tablit']);

/**
 * Throws `no_wheel`, naming the package that has no build for the engine, `packages_failed`, or `bad_app` for a list that
 * cannot be read.
 */
export async function resolve_packages(
  project: Project,
  engine: Engine,
  { say, pip = run_pip, cache = cache_folder() }: ResolveEffects,
): Promise<Resolved> {
  const { ignored, python, ...listed } = requirements_of(project);
  if (python !== undefined) check_python(python, await engine.lock(), say);
  for (const line of ignored) say(`Ignored in requirements.txt: ${line}`);
  const is_given = (requirement: string) => given.has(package_name(requirement));
  const own = listed.requirements.filter(is_given);
  if (own.length > 0) say(`Ignored: ${own.join(', ')}. Tablit brings its own.`);
  const asked: Asked = {
    ...listed,
    ignored,
    requirements: [...new Set(listed.requirements.filter((one) => !is_given(one)))],
    constraints: listed.constraints.filter((one) => !is_given(one)),
  };
  if (asked.requirements.length === 0) return in_site([]);
  say(`Packages: ${asked.requirements.join(', ')}`);
  const lock = await engine.lock();
  const parts = asked.requirements.filter((one) => is_part_of_python(lock, one));
  const search = { lock, engine, asked: without(asked, parts), say, pip, cache };
  const set = search.asked.requirements.length > 0 ? await find_wheels(search) : [];
  const wheels = await wheels_of(search, set, parts.map(package_name));
  check_hashes(wheels, asked.hashes);
  for (const { listed } of wheels) say(`  ${wheel_line(listed)}`);
  return in_site(wheels);
}

/** Most such scripts run all the same: it is said, and the app is not refused. */
function check_python(wanted: string, lock: Lock, say: ResolveEffects['say']): void {
  if (suits_python(wanted, lock.python) === false) {
    say(`The script asks for Python ${wanted}; the browser's Python is ${lock.python}.`);
  }
}

/** Parts of the standard library that this engine keeps apart, such as `sqlite3`: no index has them. */
function is_part_of_python({ packages }: Lock, requirement: string): boolean {
  return packages.get(package_name(requirement))?.package_type === 'cpython_module';
}

function without(asked: Asked, parts: readonly string[]): Asked {
  return { ...asked, requirements: asked.requirements.filter((one) => !parts.includes(one)) };
}

/** Wheels as the page takes them, libraries that others link to first. */
async function wheels_of(search: Search, set: readonly string[], parts: readonly string[]): Promise<Wheel[]> {
  const { lock, engine } = search;
  const rows = new Map(engine.packages(lock).map((row) => [file_of(row), row]));
  const streamlit = file_of(STREAMLIT);
  const own = set.flatMap((file) => rows.get(basename(file)) ?? []);
  const names = [...own.map(({ name }) => name), ...parts];
  const needed = closure(lock, names).filter(
    (row) => !can_stand_in(row) || names.some((name) => normal_name(name) === normal_name(row.name)),
  );
  const fetched = set.filter((file) => !rows.has(basename(file)) && basename(file) !== streamlit);
  const wheels = await Promise.all([
    ...needed.map((row) => from_engine(engine, row)),
    ...fetched.map((file) => wheel_at(file)),
  ]);
  const is_library = ({ listed }: Wheel) => !listed.file_name.endsWith('.whl');
  return [...wheels.filter(is_library), ...wheels.filter((wheel) => !is_library(wheel))];
}

/** At hand, or by the address where the page finds it. */
async function from_engine({ folder, url }: Engine, row: LockedPackage): Promise<Wheel> {
  if (folder === undefined) return fetched_by_page(url(row.file_name), row);
  return wheel_at(join(folder, row.file_name), row);
}
