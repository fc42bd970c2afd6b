/** Has pip look for one set of wheels that go together, and keeps what it found. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CliError } from '../errors.ts';
import type { Engine } from './engine.ts';
import type { Lock, LockedPackage } from './lock.ts';
import type { Pip } from './pip.ts';
import { is_conflict, pip_error } from './pip_errors.ts';
import type { Asked } from './requirements.ts';
import { find_set, keep_set, key_of, type WheelSet } from './sets.ts';
import { can_stand_in, STREAMLIT, stand_ins_of, write_stand_ins } from './stand_ins.ts';

export interface Search {
  readonly lock: Lock;
  readonly engine: Engine;
  /** Without what the engine gives. */
  readonly asked: Asked;
  readonly say: (text: string) => void;
  readonly pip: Pip;
  /** A folder. */
  readonly cache: string;
}

/** One way to ask pip; the next is tried when it finds nothing that suits. */
interface Way {
  readonly index: boolean;
  /** Whether the engine's packages want each other in just the versions that were built together. */
  readonly exact: boolean;
  /** Whether what the engine has at hand is taken in its version. */
  readonly pinned: boolean;
}

const ways: Readonly<Record<'at_hand' | 'at_address', readonly Way[]>> = {
  at_hand: [
    { index: false, exact: true, pinned: false },
    { index: true, exact: true, pinned: true },
    { index: true, exact: false, pinned: false },
  ],
  at_address: [
    { index: true, exact: true, pinned: false },
    { index: true, exact: false, pinned: false },
  ],
};

/**
 * pip's files, wheels and stand-ins, as absolute paths. A set that was found lately is taken as it is, an older one when
 * all fails. Throws `no_wheel`, `packages_failed` or `bad_app`.
 */
export async function find_wheels(search: Search): Promise<readonly string[]> {
  const { lock, engine, asked, say, cache } = search;
  const rows = engine.packages(lock);
  const key = key_of(2, lock.python, rows, asked.requirements, asked.constraints, STREAMLIT);
  const folder = join(cache, 'sets', key);
  const before = await find_set(folder);
  if (before?.fresh) return before.files;
  try {
    return (await keep_set(folder, (into) => ask_pip(search, rows, into))).files;
  } catch (error) {
    if (!before || !(error instanceof CliError)) throw error;
    say(`${error.message} Taken as found on ${day_of(before)}.`);
    return before.files;
  }
}

async function ask_pip(search: Search, rows: readonly LockedPackage[], into: string): Promise<void> {
  const { lock, engine, asked, say, pip, cache } = search;
  const heard = (line: string) => {
    const [, file, size] = /Downloading (\S+\.whl) \(([^)]+)\)/.exec(line) ?? [];
    if (file !== undefined) say(`  fetching ${basename(file)}, ${size}`);
    const [, part] = /^Part of Python: (.*)/.exec(line) ?? [];
    if (part !== undefined) say(`Not fetched: ${part}. It is part of Python.`);
  };
  let words = '';
  for (const { index, exact, pinned } of ways[engine.folder === undefined ? 'at_address' : 'at_hand']) {
    const find_links = join(cache, 'stand_ins', key_of(lock.python, rows, exact, STREAMLIT));
    await write_stand_ins(find_links, stand_ins_of(lock, rows, exact));
    const constraints = join(into, 'constraints.txt');
    const pins = pinned ? rows.filter(can_stand_in).map(({ name, version }) => `${name}==${version}`) : [];
    const streamlit = `${STREAMLIT.name}==${STREAMLIT.version}`;
    await writeFile(constraints, [streamlit, ...asked.constraints, ...pins].join('\n'));
    const request = { requirements: asked.requirements, constraints: [constraints], find_links, index, into };
    const outcome = await pip(lock, request, heard);
    if (outcome.kind === 'ok') return;
    words = outcome.words;
    // Without a conflict, other versions help as little.
    if (engine.folder === undefined && !is_conflict(words)) break;
  }
  throw pip_error(words);
}

function day_of({ found }: WheelSet): string {
  return found.toISOString().slice(0, 10);
}
