import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { find_app } from './app.ts';
import { temporary_folder } from './testing/folder.ts';
import { changes_between, type Saved, watch_app } from './watch.ts';

it('tells apart what was written and what is gone', () => {
  const before = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
  ]);
  const after = new Map([
    ['a', '1'],
    ['b', '2'],
    ['d', '1'],
  ]);
  expect(changes_between(before, after)).toEqual({ written: ['b', 'd'], removed: ['c'] });
});

async function watched(
  files: Record<string, string>,
  inside = '',
  extra: (path: string) => string[] = () => [],
) {
  const folder = await temporary_folder(files);
  const heard: Saved[] = [];
  const app = await find_app(join(folder.path, inside));
  onTestFinished(await watch_app(app, extra(folder.path), (saved) => heard.push(saved)));
  const hears = (saved: Partial<Saved>) =>
    vi.waitFor(() => expect(heard).toContainEqual({ written: [], removed: [], ...saved }), {
      timeout: 10_000,
    });
  return { ...folder, heard, hears };
}

it('hears of a file that is written, made and removed, in new folders too', async () => {
  const { path, put, hears } = await watched({ 'app.py': '1' });
  await put('app.py', '22');
  await hears({ written: ['app.py'] });
  await put('pages/new/one.py', '1');
  await hears({ written: ['pages/new/one.py'] });
  await put('pages/new/one.py', '22');
  await hears({ written: ['pages/new/one.py'] });
  await rm(join(path, 'pages'), { recursive: true });
  await hears({ removed: ['pages/new/one.py'] });
});

it('hears of a save by an editor that writes another file and renames it, each time', async () => {
  const { path, put, heard } = await watched({ 'app.py': '1' }, 'app.py');
  for (const content of ['22', '333', '4444']) {
    const before = heard.length;
    await put('app.py.tmp', content);
    await rename(join(path, 'app.py.tmp'), join(path, 'app.py'));
    await vi.waitFor(() => expect(heard.slice(before)).toEqual([{ written: ['app.py'], removed: [] }]), {
      timeout: 10_000,
    });
  }
});

it('hears nothing of what does not belong, and of secrets by their place', async () => {
  const secret = (path: string) => [join(path, '.streamlit/secrets.toml')];
  const { path, put, heard, hears } = await watched(
    { 'app.py': '1', '.streamlit/config.toml': '' },
    '',
    secret,
  );
  await put('__pycache__/app.pyc', '1');
  await put('.app.py.swp', '1');
  await put('.streamlit/secrets.toml', 'K = "v"');
  await hears({ written: secret(path) });
  expect(heard).toHaveLength(1);
});

it('hears of secrets outside of the folder', async () => {
  const home = await temporary_folder({ '.streamlit/secrets.toml': 'K = "v"' });
  const place = join(home.path, '.streamlit/secrets.toml');
  const { hears } = await watched({ 'app.py': '1' }, '', () => [place]);
  await home.put('.streamlit/secrets.toml', 'K = "other"');
  await hears({ written: [place] });
});

it('hears of the modules of a single script, of one that is imported later too, and of no other file', async () => {
  const { put, heard, hears } = await watched({ 'app.py': 'import helper', 'helper.py': '1' }, 'app.py');
  const written = () => heard.flatMap((saved) => saved.written);
  await put('stranger.py', '1');
  await put('helper.py', 'import later');
  await hears({ written: ['helper.py'] });
  await put('later.py', '1');
  await vi.waitFor(() => expect(written()).toContain('later.py'), { timeout: 10_000 });
  expect(written()).not.toContain('stranger.py');
});
