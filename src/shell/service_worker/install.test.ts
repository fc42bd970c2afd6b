import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Release } from '../../share/release.ts';
import { keep_release, NotKept } from './install.ts';
import { memory_shelf } from './testing.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const release: Release = {
  id: 'r',
  files: ['index.html', 'a.js', 'b.css'].map((file) => ({ file, size: 10, sha256: sha256(file) })),
};

/** A site whose files hold their own names, but for those in `answers`. */
function site(answers: Readonly<Record<string, (cache: RequestCache) => Response>> = {}) {
  const asked: string[] = [];
  const fetch = async (path: string, { cache = 'default' }: RequestInit) => {
    asked.push(`${path} ${cache}`);
    return answers[path]?.(cache) ?? new Response(path);
  };
  return { asked, fetch };
}

async function install(shelf = memory_shelf(), { asked, fetch } = site()) {
  const reports: number[] = [];
  const error = await keep_release(release, {
    shelf,
    fetch,
    report: (done) => void reports.push(done),
  }).catch((caught: unknown) => caught);
  return { shelf, asked, reports, error, held: await shelf.list() };
}

it('keeps every file, from the browser’s own cache, and says how far it is', async () => {
  const { asked, reports, error, held } = await install();
  expect(error).toBeUndefined();
  expect(held).toEqual(new Set(release.files.map((file) => file.sha256)));
  expect(asked.every((request) => request.endsWith(' force-cache'))).toBe(true);
  expect(reports).toEqual([0, 10, 20, 30]);
});

it('does not ask again for what is there', async () => {
  const { asked, reports } = await install(memory_shelf(new Map([[sha256('a.js'), 'a.js']])));
  expect(asked.map((request) => request.split(' ')[0])).toEqual(['index.html', 'b.css']);
  expect(reports).toEqual([10, 20, 30]);
});

it('loads a file anew when the browser’s cache holds an old one', async () => {
  const stale = (cache: RequestCache) => new Response(cache === 'reload' ? 'a.js' : 'old');
  const { error, held } = await install(memory_shelf(), site({ 'a.js': stale }));
  expect(error).toBeUndefined();
  expect(held.size).toBe(3);
});

it('asks again when the browser’s cache holds a refusal', async () => {
  const refused = (cache: RequestCache) =>
    cache === 'reload' ? new Response('a.js') : new Response('', { status: 404 });
  expect((await install(memory_shelf(), site({ 'a.js': refused }))).error).toBeUndefined();
});

it('keeps a file that its host unpacked on the way', async () => {
  const [page] = release.files;
  const packed = { file: 'x.gz', size: 1, sha256: sha256('packed'), raw_sha256: sha256('x.gz') };
  const shelf = memory_shelf();
  const { fetch } = site();
  await keep_release({ id: 'r', files: page ? [page, packed] : [] }, { shelf, fetch, report: () => {} });
  expect(await (await shelf.get(sha256('packed')))?.text()).toBe('x.gz');
});

it('keeps what only some browsers need where the page has loaded it, and never fetches it', async () => {
  const spare = { file: 'spare.zip', size: 5, sha256: sha256('spare.zip'), optional: true } as const;
  const with_spare = { ...release, files: [...release.files, spare] };
  const shelf = memory_shelf();
  const { asked, fetch } = site();
  await keep_release(with_spare, { shelf, fetch, report: () => {} });
  expect(asked.at(-1)).toBe('spare.zip only-if-cached');
  expect((await shelf.list()).has(spare.sha256)).toBe(true);

  const lacking = memory_shelf();
  const { fetch: none } = site({ 'spare.zip': () => new Response('', { status: 504 }) });
  await keep_release(with_spare, { shelf: lacking, fetch: none, report: () => {} });
  expect((await lacking.list()).size).toBe(3);
});

it.each([
  ['network', site({ 'a.js': () => new Response('', { status: 404 }) })],
  ['changed', site({ 'a.js': () => new Response('another') })],
])('gives up for the reason "%s", with the other files kept', async (reason, broken) => {
  const { error, held } = await install(memory_shelf(), broken);
  expect(error).toBeInstanceOf(NotKept);
  expect(error).toMatchObject({ reason });
  expect(held.size).toBe(2);
});

it('ends at once when there is no room', async () => {
  const shelf = memory_shelf();
  shelf.room = 0;
  const { error } = await install(shelf);
  expect(error).toMatchObject({ reason: 'quota' });
});
