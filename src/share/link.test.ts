import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from './archive.ts';
import { to_base64url } from './base64url.ts';
import { crc16 } from './crc16.ts';
import { MAX_LINK } from './limits.ts';
import { has_app, link_of, project_of_link, size_of_link } from './link.ts';
import { arbitrary_project, project, TWENTY_LINES } from './testing/projects.ts';
import { refusal, refusal_code } from './testing/refusal.ts';

const PAGE = 'https://someone.github.io/tablit/';
const small = project({ 'app.py': TWENTY_LINES });
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

test('a script of twenty lines is a link well under 700 characters', async () => {
  expect(TWENTY_LINES.trimEnd().split('\n')).toHaveLength(20);
  const link = await link_of(small, PAGE);
  expect(link.length).toBeLessThan(600);
  expect(link.startsWith(`${PAGE}#app=tabl`)).toBe(true);
  expect(await size_of_link(small, PAGE)).toBe(link.length);
});

test('any project comes back from its link, given whole or as a fragment', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrary_project, async (before) => {
      const link = await link_of(before, PAGE);
      for (const given of [link, new URL(link).hash, new URL(link).hash.slice(1)]) {
        const after = await project_of_link(given);
        expect(new Map([...after.files].sort())).toEqual(new Map([...before.files].sort()));
        expect(after.entrypoint).toBe(before.entrypoint);
      }
    }),
    { numRuns: 50 },
  );
});

describe('the page before the fragment', () => {
  test.each([
    ['https://a.example/b/', 'https://a.example/b/#app='],
    ['https://a.example/b/index.html#app=old', 'https://a.example/b/index.html#app='],
    ['https://a.example/?theme=dark&x=a%20b', 'https://a.example/?theme=dark&x=a%20b#app='],
    ['https://a.example/?app=https://b.example/app.py', 'https://a.example/#app='],
    ['file:///home/me/tablit.html', 'file:///home/me/tablit.html#app='],
    ['http://localhost:8501', 'http://localhost:8501/#app='],
  ])('%s', async (page, start) => {
    const link = await link_of(small, page);
    expect(link.slice(0, start.length)).toBe(start);
  });

  test.each(['', 'about:blank', 'nonsense', 'javascript:alert(1)', 'blob:https://a.example/1'])(
    '%j is no page',
    async (page) => {
      expect(await refusal_code(() => link_of(small, page))).toBe('bad_page_url');
    },
  );
});

describe('what was harmed on its way is told apart', () => {
  test('a link cut anywhere in its data is cut', async () => {
    const link = await link_of(small, PAGE);
    for (let length = link.indexOf('tabl', PAGE.length) + 1; length < link.length; length++) {
      expect(await refusal_code(() => project_of_link(link.slice(0, length))), `${length}`).toBe('cut');
    }
  });

  test('a link with any one character changed is damaged', async () => {
    const hash = new URL(await link_of(small, PAGE)).hash;
    for (let at = '#app='.length; at < hash.length; at++) {
      const now = hash.charAt(at);
      const other = CHARACTERS.charAt((CHARACTERS.indexOf(now) + 1 + ((at * 17) % 63)) % 64);
      const harmed = hash.slice(0, at) + other + hash.slice(at + 1);
      expect(await refusal_code(() => project_of_link(harmed)), `${at}: ${now} to ${other}`).toBe('damaged');
    }
  });

  test('a character that no link contains is named with its place', async () => {
    const hash = new URL(await link_of(small, PAGE)).hash;
    const error = await refusal(() => project_of_link(`${hash.slice(0, 60)}…`));
    expect(error.code).toBe('damaged');
    expect(error.message).toBe(
      'This link was changed on its way (character 56 is “…”), so it cannot be trusted.',
    );
  });

  test('characters added to the end are damage', async () => {
    const link = await link_of(small, PAGE);
    for (const added of ['A', 'AA', 'AAAA', '.', ')']) {
      expect(await refusal_code(() => project_of_link(link + added)), added).toBe('damaged');
    }
  });

  test('a link of a newer version is said to be newer', async () => {
    const archive = await pack(small);
    archive[3] = 7;
    new DataView(archive.buffer).setUint16(19, crc16(archive.subarray(0, 19)), true);
    const error = await refusal(() => project_of_link(`#app=${to_base64url(archive)}`));
    expect(error.code).toBe('newer_version');
    expect(error.message).toContain('This link was made by a newer Tablit (format 7;');
  });

  test('line breaks from mail do no harm', async () => {
    const link = await link_of(small, PAGE);
    const broken = `${link.slice(0, 120)}\r\n  ${link.slice(120, 200)}%0A${link.slice(200)}\n`;
    expect((await project_of_link(broken)).entrypoint).toBe('app.py');
  });

  test.each(['', '#', '#app=', '#apps=x', '#page=2', 'https://a.example/'])(
    '%j holds no app',
    async (hash) => {
      expect(await refusal_code(() => project_of_link(hash))).toBe('no_app');
    },
  );

  test('any text after #app= gives an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        await refusal(() => project_of_link(`#app=${text}`));
      }),
      { numRuns: 200 },
    );
  });
});

test('an app may stand among other fields', async () => {
  const { hash } = new URL(await link_of(small, PAGE));
  expect(has_app(`#page=2&${hash.slice(1)}&x=1`)).toBe(true);
  expect((await project_of_link(`#page=2&${hash.slice(1)}&x=1`)).files.size).toBe(1);
  expect(has_app('#page=2')).toBe(false);
});

test('over the limit a link is refused, its size still told, and the file still made', async () => {
  let state = 1;
  const noise = Uint8Array.from({ length: 30_000 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
  const large = project({ 'app.py': '', 'noise.bin': noise });
  const error = await refusal(() => link_of(large, PAGE));
  expect(error.code).toBe('link_too_long');
  expect(error.where).toMatchObject({ most: MAX_LINK, found: await size_of_link(large, PAGE) });
  expect((await pack(large)).length).toBeGreaterThan(20_000);
});
