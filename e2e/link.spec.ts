/** Apps that come with a link or from an address: shown before they run, refused when something is wrong with them. */

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright/test';
import { link_of, pack, unpack } from '../src/share/index.ts';
import { expect, finished, test } from './fixtures/test.ts';

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const project = {
  entrypoint: 'app.py',
  files: new Map([['app.py', bytes('import streamlit as st\nst.text("from a link")')]]),
};

test('promise: a stranger’s app runs only when its reader says so, and is remembered by its content', async ({
  page,
  site,
}) => {
  await page.goto(await link_of(project, `${site.origin}/index.html`));
  await expect(page.getByRole('heading', { name: 'Run “app.py”?' })).toBeVisible();
  await expect(page.getByTestId('stText')).toHaveCount(0);
  await page.getByText('Look at the code').click();
  await expect(page.getByRole('region', { name: 'app.py' })).toContainText('from a link');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('from a link', { timeout: 20_000 });
  await page.reload();
  await expect(page.getByTestId('stText')).toHaveText('from a link', { timeout: 20_000 });
});

test('a link that was cut, changed or made by a newer Tablit is refused in words', async ({ page, site }) => {
  const link = await link_of(project, `${site.origin}/index.html`);
  await page.goto(link.slice(0, -8));
  await expect(page.getByRole('alert')).toContainText('not complete');
  const at = link.length - 12;
  const other = link[at] === 'A' ? 'B' : 'A';
  await page.goto(`${site.origin}/index.html`);
  await page.goto(`${link.slice(0, at)}${other}${link.slice(at + 1)}`);
  await expect(page.getByRole('alert')).toContainText('changed');
});

test('what is shared from the menu opens in a fresh profile', async ({ page, open, browser }) => {
  await open('import streamlit as st\nst.text("share me")');
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: /Link, \d+ characters/ }).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Run' }).click();
  await expect(other.getByTestId('stText')).toHaveText('share me', { timeout: 20_000 });
  await context.close();
});

test('the way back from a link leads to what was there before', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("own")');
  const own = page.url();
  await page.goto(await link_of(project, own));
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('from a link', { timeout: 20_000 });
  await page.goBack();
  await expect(page.getByTestId('stText')).toHaveText('own', { timeout: 20_000 });
});

test('`?app=` opens a script or an archive of this host, and says what is wrong with anything else', async ({
  page,
  site,
}) => {
  const archive = await pack(project);
  const answers: Readonly<Record<string, { status?: number; body: Uint8Array }>> = {
    '/far/app.py': { body: bytes('import streamlit as st\nst.text("a script")') },
    '/far/app.tablit': { body: archive },
    '/far/page.html': { body: bytes('<!doctype html><p>no app</p>') },
    '/far/gone.py': { status: 404, body: bytes('gone') },
  };
  site.override = (path) => answers[path];
  const go = (path: string) => page.goto(`${site.origin}/index.html?app=${encodeURIComponent(path)}`);
  await go('/far/app.py');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('a script', { timeout: 20_000 });
  await finished(page);
  await go('/far/app.tablit');
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  await go('/far/page.html');
  await expect(page.getByRole('alert')).toContainText('page.html is a web page, not an app');
  await go('/far/gone.py');
  await expect(page.getByRole('alert')).toContainText('answered 404');
  await go('javascript:alert(1)');
  await expect(page.getByRole('alert')).toContainText('no address of an app');
  site.override = () => undefined;
});

test.describe('`?app=` at another host', () => {
  type Answer = (response: ServerResponse) => void;
  const cors = { 'access-control-allow-origin': '*' };
  const text =
    (body: string, type = 'text/plain') =>
    (response: ServerResponse) =>
      response.writeHead(200, { ...cors, 'content-type': type }).end(body);
  const script = 'import streamlit as st\nimport helper\nst.text(helper.word)\n';

  /** Endless: what it sent is counted. */
  const sent = { bytes: 0 };
  const answers: Readonly<Record<string, Answer>> = {
    '/app/': text(
      '<a href="../">up</a><a href="app.py">app.py</a><a href="lib/">lib/</a><a href=".env">.env</a>',
      'text/html',
    ),
    '/app/app.py': text(script.replace('import helper', 'from lib import helper')),
    '/app/lib/': text('["helper.py"]', 'application/json'),
    '/app/lib/helper.py': text('word = "from a folder"\n'),
    '/my%20%C3%BCbung/': text(
      '["app.py", ".env", ".git/", "__pycache__/", ".ssh/", "data/"]',
      'application/json',
    ),
    '/my%20%C3%BCbung/app.py': text('import streamlit as st\nst.text("in a folder")\n'),
    '/my%20%C3%BCbung/data/': text('<a href="100%.csv">100%.csv</a>', 'text/html'),
    '/my%20%C3%BCbung/data/100%.csv': text('1'),
    '/twice/': text('<a href="app.py">1</a><a href="%61pp.py">2</a>', 'text/html'),
    '/twice/app.py': text(script),
    '/unlisted/': text('["app.py", "data/"]', 'application/json'),
    '/unlisted/app.py': text(script),
    '/unlisted/data/': text('{"no": "list"}', 'application/json'),
    '/100%.py': text('import streamlit as st\nst.text("all of it")\n'),
    '/obj.json': text('{"a": 1}', 'application/json'),
    '/LICENSE': text('You may use this.'),
    '/nothing.py': text(''),
    '/cut.py': (response) => {
      response.writeHead(200, { ...cors, 'content-length': 1_000 }).write('import streamlit');
      setTimeout(() => response.destroy(), 200);
    },
    '/busy.py': (response) => response.writeHead(503, cors).end(),
    '/empty/': text('<a href="../">up</a><a href="notes.txt">notes.txt</a>', 'text/html'),
    '/moved.py': (response) => response.writeHead(302, { ...cors, location: '/there/real.py' }).end(),
    '/there/real.py': text('import streamlit as st\nst.text("moved")\n'),
    '/circle.py': (response) => response.writeHead(302, { ...cors, location: '/circle.py' }).end(),
    '/closed.py': (response) => response.writeHead(200).end('import streamlit'),
    '/says_much.zip': (response) => {
      response.writeHead(200, { ...cors, 'content-length': 200 * 2 ** 20 }).write('PK\u0003\u0004');
    },
    '/large.py': (response) => {
      response.writeHead(200, cors);
      const block = Buffer.alloc(2 ** 20, '# large\n');
      const more = () => {
        sent.bytes += block.length;
        if (!response.destroyed && sent.bytes < 100 * 2 ** 20)
          response.write(block, () => setImmediate(more));
        else response.end();
      };
      more();
    },
  };
  let server: Server;
  let host = '';
  const asked: string[] = [];

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const answer = answers[request.url ?? ''];
      if (answer) answer(response);
      else response.writeHead(404, cors).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const go = (page: Page, site: { readonly origin: string }, path: string) =>
    page.goto(`${site.origin}/index.html?app=${encodeURIComponent(host + path)}`);

  test('a folder is read from its listing, without its secrets', async ({ page, site }) => {
    await go(page, site, '/app/');
    await expect(page.getByTestId('stStranger')).toContainText('Run “app”?');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.getByTestId('stText')).toHaveText('from a folder', { timeout: 20_000 });
    expect(asked).not.toContain('/app/.env');
  });

  test('a folder is called by its name, and what of it is left out is listed and not asked for', async ({
    page,
    site,
  }) => {
    await go(page, site, '/my%20%C3%BCbung/');
    await expect(page.getByRole('heading', { name: 'Run “my übung”?' })).toBeVisible();
    const left_out = page.getByRole('list', { name: 'Left out' }).getByRole('listitem');
    await expect(left_out).toHaveText([
      /^\.env may hold secrets$/,
      /^\.git\/ made by tools$/,
      /^__pycache__\/ made by tools$/,
      /^\.ssh\/ may hold secrets$/,
    ]);
    expect(asked.filter((path) => /env|git|pycache|ssh/.test(path))).toEqual([]);
    await page.getByText('Look at the code').click();
    await expect(page.getByText('data/100%.csv')).toBeVisible();
  });

  test('an address that is no proper escape is taken as it stands', async ({ page, site }) => {
    await go(page, site, '/100%.py');
    await expect(page.getByRole('heading', { name: 'Run “100%.py”?' })).toBeVisible();
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.getByTestId('stText')).toHaveText('all of it', { timeout: 20_000 });
  });

  test('a password in an address is neither sent nor shown', async ({ page, site }) => {
    const before = asked.length;
    const address = `${host.replace('//', '//mia:pa55word@')}/moved.py`;
    await page.goto(`${site.origin}/index.html?app=${encodeURIComponent(address)}`);
    await expect(page.getByRole('alert')).toContainText('a name or a password for 127.0.0.1');
    await expect(page.locator('body')).not.toContainText('pa55word');
    expect(asked.length).toBe(before);
  });

  test('without a network it is said that there is none', async ({ page, site, context }) => {
    await page.goto(`${site.origin}/index.html?app=`);
    await expect(page.getByRole('alert')).toContainText('nothing follows “?app=”');
    await go(page, site, '/nothing.py');
    await expect(page.getByRole('alert')).toContainText('nothing.py is empty.');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('There is no network');
    await context.setOffline(false);
  });

  test('a redirect is followed, and one in a circle is refused', async ({ page, site }) => {
    await go(page, site, '/moved.py');
    await expect(page.getByTestId('stStranger')).toContainText('Run “real.py”?');
    await go(page, site, '/circle.py');
    await expect(page.getByRole('alert')).toContainText('did not give the app');
  });

  for (const [path, words] of [
    ['/empty/', 'is no app, and no list of files with a Python script among them'],
    ['/twice/', 'Two files have one name: “app.py”.'],
    ['/unlisted/', 'gives for the folder /unlisted/data/ is no list of its files'],
    ['/obj.json', 'obj.json is a .json file, not an app'],
    ['/LICENSE', 'LICENSE is a text without a line that imports anything, not an app'],
    ['/cut.py', 'broke off before all of /cut.py was here'],
    ['/busy.py', 'answered 503'],
    ['/closed.py', 'did not give the app'],
    ['/says_much.zip', 'larger than 128 MiB'],
    ['/large.py', 'larger than 8 MiB'],
    ['/none.py', 'answered 404'],
  ] as const) {
    test(`${path} is refused: ${words}`, async ({ page, site }) => {
      await go(page, site, path);
      await expect(page.getByRole('alert')).toContainText(words);
      await expect(page.getByRole('alert')).not.toContainText(/\w+Error|undefined|\[object/);
      // It is not read to its end.
      expect(sent.bytes).toBeLessThan(90 * 2 ** 20);
    });
  }
});

test('an app too large for a link is offered as a file, which opens when it is dropped', async ({
  page,
  open,
}) => {
  const data = randomBytes(60_000);
  const source = 'import streamlit as st\nst.text(len(open("data.bin", "rb").read()))\n';
  await open(source, { 'data.bin': new Uint8Array(data) });
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  const dialog = page.getByTestId('stShareDialog');
  await expect(dialog).toContainText(/would have 80,\d{3} characters/);
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Download as a file/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('app.tablit');
  const bytes = new Uint8Array(await readFile(await download.path()));
  expect([...(await unpack(bytes)).files.keys()].sort()).toEqual(['app.py', 'data.bin']);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Main menu' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Open a file' }).click();
  await (await choosing).setFiles({ name: 'app.tablit', mimeType: '', buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('60000', { timeout: 20_000 });
});

test('what looks like a key is shown before there is a link', async ({ page, open }) => {
  const key = `sk-${'a1B2'.repeat(8)}`;
  await open(`import streamlit as st\nkey = "${key}"\nst.text("there")\n`);
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  const dialog = page.getByTestId('stShareDialog');
  await expect(dialog.getByRole('alert')).toContainText('look like keys');
  await expect(dialog).toContainText('line 2');
  await expect(dialog).not.toContainText(key);
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Share anyway' }).click();
  await expect(dialog.getByRole('textbox', { name: /^Link/ })).toHaveValue(/#app=/);
});
