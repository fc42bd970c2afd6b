import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from './archive.ts';
import { concat, sha256 } from './bytes.ts';
import { read_frame, write_frame } from './frame.ts';
import { link_of, private_link_of, project_of_link } from './link.ts';
import { type Lock, new_key, open, seal } from './seal.ts';
import { arbitrary_project, project } from './testing/projects.ts';
import { refusal_code } from './testing/refusal.ts';

const PAGE = 'https://a.example/';
const secret_app = project({ 'app.py': 'import streamlit as st\nst.write("for your eyes")\n' });
const by_key = (): Lock => ({ kind: 'key', key: new_key() });
const by_words = (passphrase: string): Lock => ({ kind: 'passphrase', passphrase });

describe('sealed with a key', () => {
  test('promise: Sharing can be private, and a link carries no secret: any project opens again with its key', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary_project, async (before) => {
        const lock = by_key();
        const after = await open(await seal(before, lock), lock);
        expect(await pack(after)).toEqual(await pack(before));
      }),
      { numRuns: 25 },
    );
  });

  test('the key travels in the link, after the app', async () => {
    const link = await private_link_of(secret_app, PAGE, by_key());
    expect(link).toMatch(/^https:\/\/a\.example\/#app=tabl[\w-]+&key=[\w-]{43}$/);
    expect((await project_of_link(link)).files).toEqual(secret_app.files);
  });

  test('another key, no key, a cut key and a changed key are told apart', async () => {
    const link = await private_link_of(secret_app, PAGE, by_key());
    const other = await private_link_of(secret_app, PAGE, by_key());
    const [app] = link.split('&key=');
    const [, other_key] = other.split('&key=');
    expect(await refusal_code(() => project_of_link(`${app}&key=${other_key}`))).toBe('cannot_open');
    expect(await refusal_code(() => project_of_link(`${app}`))).toBe('needs_key');
    expect(await refusal_code(() => project_of_link(`${app}&key=`))).toBe('needs_key');
    expect(await refusal_code(() => project_of_link(link.slice(0, -5)))).toBe('cut');
    expect(await refusal_code(() => project_of_link(`${link}A`))).toBe('cannot_open');
    expect(await refusal_code(() => project_of_link(`${link.slice(0, -1)}+`))).toBe('cannot_open');
  });

  test('two seals of one app have nothing in common that an onlooker could use', async () => {
    const lock = by_key();
    const [one, two] = [await seal(secret_app, lock), await seal(secret_app, lock)];
    const first = read_frame(one, 'file');
    const second = read_frame(two, 'file');
    expect(first.check).not.toEqual(second.check);
    expect(first.body.subarray(0, 12)).not.toEqual(second.body.subarray(0, 12));
    expect(first.body.subarray(12)).not.toEqual(second.body.subarray(12));
  });

  test('a flipped bit under sound sums does not open', async () => {
    const lock = by_key();
    const frame = read_frame(await seal(secret_app, lock), 'file');
    for (const at of [0, 12, frame.body.length - 1]) {
      const body = frame.body.slice();
      body[at] = (body[at] ?? 0) ^ 1;
      const forged = write_frame({ kind: frame.kind, check: await sha256(body), body });
      expect(await refusal_code(() => open(forged, lock))).toBe('cannot_open');
    }
  });
});

describe('sealed with a passphrase', () => {
  test('it opens with the passphrase, however its accents were typed, and says when there is none', async () => {
    const link = await private_link_of(secret_app, PAGE, by_words('caf\u00e9 au lait'));
    expect(link).not.toContain('&key=');
    const options = { passphrase: 'cafe\u0301 au lait' };
    expect((await project_of_link(link, options)).files).toEqual(secret_app.files);
    expect(await refusal_code(() => project_of_link(link))).toBe('needs_passphrase');
    expect(await refusal_code(() => project_of_link(link, { passphrase: 'cafe au lait' }))).toBe(
      'cannot_open',
    );
  });

  test('a short one is refused', async () => {
    expect(await refusal_code(() => seal(secret_app, by_words('seven77')))).toBe('passphrase_too_short');
  });

  test('rounds that are too few or would take minutes are refused before any work', async () => {
    const frame = read_frame(await seal(secret_app, by_words('long enough')), 'file');
    for (const rounds of [1, 599_999, 0xffff_ffff]) {
      const body = frame.body.slice();
      new DataView(body.buffer).setUint32(0, rounds, true);
      const forged = write_frame({ kind: frame.kind, check: await sha256(body), body });
      expect(await refusal_code(() => open(forged, by_words('long enough')))).toBe('malformed');
    }
  });
});

test('an archive without a seal opens as it is, and a sealed one says what it needs', async () => {
  expect((await open(await pack(secret_app), by_key())).files).toEqual(secret_app.files);
  expect((await project_of_link(await link_of(secret_app, PAGE), { passphrase: 'x' })).files.size).toBe(1);
  const sealed = await seal(secret_app, by_key());
  expect(await refusal_code(() => unpack(sealed))).toBe('needs_key');
  expect(await refusal_code(() => open(sealed, by_words('long enough')))).toBe('needs_key');
});

test('promise: Sharing can be private, and a link carries no secret: secrets are refused under a seal too', async () => {
  const leaky = project({ 'app.py': '', '.streamlit/secrets.toml': 'k = "v"' });
  expect(await refusal_code(() => seal(leaky, by_key()))).toBe('secret_file');
});

test('a sealed body that is too short to hold anything is refused', async () => {
  for (const kind of ['sealed_with_key', 'sealed_with_passphrase'] as const) {
    const body = new Uint8Array(5);
    const short = write_frame({ kind, check: await sha256(body), body: concat([body]) });
    const lock = kind === 'sealed_with_key' ? by_key() : by_words('long enough');
    expect(await refusal_code(() => open(short, lock))).toBe('malformed');
  }
});
