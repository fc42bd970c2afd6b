/** `npm run new inputs/rating`: the files of a new element, and its lines in the lists that name every element. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { insert_sorted, templates } from './new/templates.ts';
import { families, files_of_element } from './rules/element_files.ts';
import { root } from './run.ts';

async function main(argument: string | undefined): Promise<void> {
  const [, family = '', name = ''] = /^([a-z]+)\/([a-z][a-z0-9_]*)$/.exec(argument ?? '') ?? [];
  if (!families.some((known) => known === family)) {
    console.error(
      `Usage: npm run new FAMILY/NAME, with FAMILY one of ${families.join(', ')} and NAME like text_input.`,
    );
    process.exitCode = 2;
    return;
  }
  const files = files_of_element(family, name);
  const there = files.filter((file) => existsSync(join(root, file)));
  if (there.length > 0) {
    console.error(`There is such an element already: ${there.join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const texts = templates(family, name);
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), texts[file] as string);
    console.log(`made    ${file}`);
  }
  for (const [file, edit] of insert_sorted(family, name)) {
    const path = join(root, file);
    await writeFile(path, edit(await readFile(path, 'utf8')));
    console.log(`changed ${file}`);
  }
  console.log('Next: describe it in the wire file, `npm run gen`, then let the failing tests lead you.');
}

await main(process.argv[2]);
