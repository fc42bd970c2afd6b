import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pack, project_id } from './archive.ts';
import { type Bytes, utf8 } from './bytes.ts';
import { project_of_link } from './link.ts';

/** One link, made when its file was, and what must come out of it for as long as there is Tablit. */
interface Golden {
  readonly about: string;
  readonly format: number;
  readonly entrypoint: string;
  readonly files: Readonly<Record<string, { readonly text: string } | { readonly base64: string }>>;
  readonly id: string;
  readonly link: string;
  readonly passphrase?: string;
}

const folder = new URL('golden/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));

function bytes_of(file: Golden['files'][string]): Bytes {
  return 'text' in file ? utf8.encode(file.text) : new Uint8Array(Buffer.from(file.base64, 'base64'));
}

test('there are golden links', () => {
  expect(names.length).toBeGreaterThanOrEqual(5);
});

test.each(names)('the link in %s still opens', async (name) => {
  const golden = JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Golden;
  const files = new Map(Object.entries(golden.files).map(([path, file]) => [path, bytes_of(file)]));
  const options = golden.passphrase === undefined ? {} : { passphrase: golden.passphrase };
  const opened = await project_of_link(golden.link, options);
  expect(opened.entrypoint).toBe(golden.entrypoint);
  expect(new Map([...opened.files].sort())).toEqual(new Map([...files].sort()));
  expect(await project_id(opened)).toBe(golden.id);
  // What is packed today may differ in its compressed bytes, never in what it is.
  await expect(pack(opened)).resolves.toBeTruthy();
});
