import { get } from 'node:http';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { start_server } from './server.ts';
import { static_files } from './static_files.ts';
import { temporary_folder } from './testing/folder.ts';

async function served(files: Record<string, string>) {
  const { path } = await temporary_folder(files);
  const server = await start_server([static_files(path)], 0);
  onTestFinished(server.close);
  return { path, port: Number(new URL(server.url).port) };
}

/** As it is on the wire: `fetch` would tidy the path and set the host. */
function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      }).on('error', reject);
    },
  );
}

it.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/index-DhRiYAAo.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/engine/a.wasm.0123456789.gz', 'application/octet-stream', 'public, max-age=31536000, immutable'],
  ['/gallery/my-progress.tablit', 'application/octet-stream', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
])('%s is %s, %s', async (path, type, cache) => {
  const file = path === '/' ? 'index.html' : path.slice(1);
  const { port } = await served({ [file]: 'here' });
  const { status, headers, text } = await ask(port, path);
  expect([status, text]).toEqual([200, 'here']);
  expect(headers).toMatchObject({
    'content-type': type,
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  });
  expect(headers).not.toHaveProperty('content-encoding');
  expect((await ask(port, path, {}, 'HEAD')).text).toBe('');
});

it('lets pages of other sites load what embeds apps, and nothing else', async () => {
  const { port } = await served({ 'embed.js': '', 'a/embed.js': '', 'index.html': '' });
  expect((await ask(port, '/embed.js')).headers).toHaveProperty('access-control-allow-origin', '*');
  for (const path of ['/', '/a/embed.js'])
    expect((await ask(port, path)).headers).not.toHaveProperty('access-control-allow-origin');
});

it.each([
  ['/../secret.txt', 404],
  ['/..%2fsecret.txt', 404],
  ['/%2e%2e/secret.txt', 404],
  ['/a%00b', 404],
  ['/%', 400],
  ['/folder', 404],
])('%s is %i', async (path, status) => {
  const { port } = await served({ 'folder/x.txt': '' });
  expect((await ask(port, path)).status).toBe(status);
});

it('answers this machine alone, and only what reads', async () => {
  const { port } = await served({ 'index.html': 'here' });
  expect((await ask(port, '/', { host: 'evil.example' })).status).toBe(403);
  expect((await ask(port, '/', { host: `localhost:${port}` })).status).toBe(200);
  expect((await ask(port, '/', {}, 'POST')).status).toBe(405);
});

it('says that a port is taken, or takes the next when none was asked for', async () => {
  const { port } = await served({});
  await expect(start_server([], port)).rejects.toMatchObject({ code: 'port_taken' });
  const [one, two] = [await start_server([]), await start_server([])];
  onTestFinished(one.close);
  onTestFinished(two.close);
  expect(one.url).not.toBe(two.url);
});

it('takes no port that another program has on either address of this machine', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const other = createServer();
    const port = await new Promise<number | undefined>((resolve) => {
      other.once('error', () => resolve(undefined));
      other.listen(0, host, () => resolve((other.address() as { port: number }).port));
    });
    // A machine without that address has nothing to be taken.
    if (port === undefined) continue;
    onTestFinished(() => void other.close());
    await expect(start_server([], port)).rejects.toMatchObject({ code: 'port_taken' });
  }
});
