import { expect, it, onTestFinished } from 'vitest';
import { find_app } from './app.ts';
import { serve_live } from './live.ts';
import { start_server } from './server.ts';
import { temporary_folder } from './testing/folder.ts';

async function live(
  files: Record<string, string>,
  own: Record<string, string> = { '.streamlit/secrets.toml': 'A = "home"' },
) {
  const folder = await temporary_folder(files);
  const home = await temporary_folder(own);
  const said: string[] = [];
  const served = await serve_live(await find_app(folder.path), {
    say: (text) => said.push(text),
    home: home.path,
  });
  const server = await start_server([served.handler], 0);
  onTestFinished(async () => {
    served.close();
    await server.close();
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(`live/${path}`, server.url), { headers });
  return { ...folder, said, token: served.token, get };
}

it('lists the files and hands each out as it is now, never kept', async () => {
  const { get, put } = await live({ 'app.py': 'x', 'a b/ü.txt': 'y', 'node_modules/z.js': '' });
  const listing = await get('files.json');
  expect(listing.headers.get('cache-control')).toBe('no-store');
  expect(await listing.json()).toEqual({ entrypoint: 'app.py', files: ['a b/ü.txt', 'app.py'] });
  expect(await (await get(`file/a%20b/${encodeURIComponent('ü.txt')}`)).text()).toBe('y');
  await put('app.py', 'new');
  expect(await (await get('file/app.py')).text()).toBe('new');
  expect((await get('file/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  expect((await get('file/node_modules/z.js')).status).toBe(404);
});

it('hands the secrets to who has the token, the reader’s own before the folder’s', async () => {
  const { get, token } = await live({ 'app.py': 'x', '.streamlit/secrets.toml': 'B = "folder"' });
  expect((await get('secrets.json')).status).toBe(403);
  expect((await get('secrets.json', { 'x-tablit-token': `${token}x` })).status).toBe(403);
  const answer = await get('secrets.json', { 'x-tablit-token': token });
  expect(await answer.json()).toEqual({ files: ['A = "home"', 'B = "folder"'] });
  expect((await get('file/.streamlit/secrets.toml')).status).toBe(404);
});

it('says that there are no secrets with an empty list', async () => {
  const { get, token } = await live({ 'app.py': 'x' }, {});
  const answer = await get('secrets.json', { 'x-tablit-token': token });
  expect(await answer.json()).toEqual({ files: [] });
});

it('tells what was saved, of secrets only that they were', async () => {
  const { get, put, said, path } = await live({ 'app.py': 'x', '.streamlit/config.toml': '' });
  const events = (await get('events')).body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => {
    for (;;) {
      const { value = '' } = (await events?.read()) ?? {};
      const [, data] = /event: change\ndata: (.*)\n/.exec(value) ?? [];
      if (data) return JSON.parse(data) as unknown;
    }
  };
  await put('app.py', 'yy');
  expect(await next()).toEqual({ written: ['app.py'], removed: [], secrets: false });
  await put('.streamlit/secrets.toml', 'K = "v"');
  expect(await next()).toEqual({ written: [], removed: [], secrets: true });
  expect(said).toEqual(['Saved: app.py', 'Saved: secrets']);
  expect(said.join()).not.toContain(path);
});

it('says why a folder is no app any more', async () => {
  const { get, said } = await live({ 'one.py': '', 'two.py': '' });
  expect((await get('files.json')).status).toBe(409);
  expect(said).toHaveLength(1);
});

it('tells a page which run of the command it listens to', async () => {
  const hello = async ({ get }: Awaited<ReturnType<typeof live>>) => {
    const events = (await get('events')).body?.pipeThrough(new TextDecoderStream()).getReader();
    const [, run] = /^event: hello\ndata: (\S+)\n\n/.exec((await events?.read())?.value ?? '') ?? [];
    await events?.cancel();
    return run;
  };
  const [one, two] = [await live({ 'app.py': '' }), await live({ 'app.py': '' })];
  const run = await hello(one);
  expect(run).toBeDefined();
  expect(await hello(one)).toBe(run);
  expect(await hello(two)).not.toBe(run);
  expect(run).not.toBe(one.token);
});
