/** What holds for the whole tree, each rule by name. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../src/wire/element.ts';
import { elements } from '../../src/wire/elements/index.ts';
import { elements_on_disk, files_of_element } from './element_files.ts';
import { faults_of, read } from './zones.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && existsSync(join(root, file)));

describe('the rooms', () => {
  it('import only what the table allows', () => {
    expect(tracked.flatMap((file) => faults_of(file, read(root, file)))).toEqual([]);
  });

  it('let one file alone touch the engine and its internals', () => {
    const touching = tracked.filter((file) => /from ['"]pyodide['"]|_loadSnapshot/.test(read(root, file)));
    expect(touching).toEqual(['src/worker/python/engine/pyodide.ts']);
  });
});

describe('what an app shows', () => {
  it('is no modal window: one that cannot be closed would lie over the way to permissions (docs/decisions/0015)', () => {
    const modal = tracked.filter(
      (file) =>
        file.startsWith('src/ui/elements/') && /\.showModal\(|requestFullscreen\(/.test(read(root, file)),
    );
    expect(modal).toEqual([]);
  });
});

describe('every element', () => {
  const catalogue = elements as Readonly<Record<string, Definition>>;

  it('has a schema in the catalogue, and the catalogue no other', () => {
    expect(
      elements_on_disk(root)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(catalogue).sort());
  });

  it.each(elements_on_disk(root))('$family/$name has all its files', ({ family, name }) => {
    const missing = files_of_element(family, name).filter((file) => !existsSync(join(root, file)));
    expect(missing).toEqual([]);
  });
});
