import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, project_id, unpack } from './archive.ts';
import { type Bytes, concat, sha256, to_hex, utf8 } from './bytes.ts';
import { encode_content } from './content.ts';
import { crc16 } from './crc16.ts';
import { deflate } from './deflate.ts';
import { DICTIONARY } from './dictionary.ts';
import { HEADER_LENGTH, write_frame } from './frame.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { arbitrary_project, project, TWENTY_LINES } from './testing/projects.ts';
import { refusal, refusal_code } from './testing/refusal.ts';

/** An archive with sound sums around any content: what a hostile author would make. */
async function archive_of(content: Bytes, body?: Bytes): Promise<Bytes> {
  const check = (await sha256(content)).slice(0, 8);
  return write_frame({ kind: 'archive', check, body: body ?? (await deflate(content)) });
}

interface Entry {
  readonly path: string | readonly number[];
  readonly body?: string;
}

/** Content written by hand, in the order given and with no rule checked. All numbers must be below 128. */
function content_of(entries: readonly Entry[], entry = 0): Bytes {
  const names = entries.map(({ path }) =>
    typeof path === 'string' ? utf8.encode(path) : new Uint8Array(path),
  );
  const bodies = entries.map(({ body }) => utf8.encode(body ?? ''));
  const index = names.flatMap((name, place) => [name.length, ...name, bodies[place]?.length ?? 0]);
  return concat([new Uint8Array([entry, entries.length, ...index]), ...bodies]);
}

describe('what is packed comes back', () => {
  test('any project, whole and equal', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary_project, async (before) => {
        const after = await unpack(await pack(before));
        expect(after.entrypoint).toBe(before.entrypoint);
        expect(new Map([...after.files].sort())).toEqual(new Map([...before.files].sort()));
        expect(await project_id(after)).toBe(await project_id(before));
      }),
      { numRuns: 100 },
    );
  });

  test('any content, by both ways of packing it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.nat(4000), async (text, times) => {
        const before = project({ 'app.py': text.repeat(times) });
        expect((await unpack(await pack(before))).files).toEqual(before.files);
      }),
      { numRuns: 40 },
    );
  });

  test('the order in which files came leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary_project, async (one) => {
        const two = { ...one, files: new Map([...one.files].reverse()) };
        expect(await pack(two)).toEqual(await pack(one));
      }),
      { numRuns: 25 },
    );
  });

  test('each file owns its buffer', async () => {
    const { files } = await unpack(await pack(project({ 'app.py': 'abc', 'b.csv': 'de' })));
    expect([...files.values()].map((bytes) => bytes.buffer.byteLength)).toEqual([3, 2]);
  });

  test('some megabytes are quick', async () => {
    const rows = Array.from(
      { length: 120_000 },
      (_, row) => `${row},${(row * 7919) % 10_007},name ${row % 97}\n`,
    );
    const large = project({ 'app.py': TWENTY_LINES, 'data.csv': rows.join('') });
    const started = performance.now();
    const again = await unpack(await pack(large));
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(again.files.get('data.csv')?.length).toBe(large.files.get('data.csv')?.length);
  });
});

describe('the hash of a project', () => {
  const base = project({ 'app.py': 'x', 'lib.py': 'y' });

  test('is one known value: grants are kept under it', async () => {
    expect(await project_id(base)).toBe('199cef8f852080f4fd96806016ff5bd2eb0a352dddb408e2e3567b4245da13f7');
  });

  test.each([
    ['a byte', project({ 'app.py': 'x', 'lib.py': 'z' })],
    ['a name', project({ 'app.py': 'x', 'lab.py': 'y' })],
    ['the entrypoint', project({ 'app.py': 'x', 'lib.py': 'y' }, 'lib.py')],
    ['an empty file', project({ 'app.py': 'x', 'lib.py': 'y', 'e.txt': '' })],
    ['where one file ends', project({ 'app.py': 'xy', 'lib.py': '' })],
  ])('changes with %s', async (_, other) => {
    expect(await project_id(other)).not.toBe(await project_id(base));
  });
});

describe('what was harmed on its way is told apart', () => {
  test('a cut anywhere is a cut', async () => {
    const archive = await pack(project({ 'app.py': TWENTY_LINES }));
    for (let length = 0; length < archive.length; length++) {
      expect(await refusal_code(() => unpack(archive.slice(0, length))), `${length}`).toBe('cut');
    }
  });

  test('one changed byte anywhere is noticed before anything is unpacked', async () => {
    const archive = await pack(project({ 'app.py': TWENTY_LINES }));
    for (let at = 0; at < archive.length; at++) {
      const harmed = archive.slice();
      harmed[at] = (harmed[at] ?? 0) ^ (1 << (at % 8));
      expect(await refusal_code(() => unpack(harmed)), `${at}`).toBe(at < 3 ? 'not_an_app' : 'damaged');
    }
  });

  test('bytes added to the end are noticed', async () => {
    const archive = await pack(project({ 'app.py': '' }));
    expect(await refusal_code(() => unpack(concat([archive, new Uint8Array(1)])))).toBe('damaged');
  });

  test('a newer format version is said to be newer', async () => {
    const archive = await pack(project({ 'app.py': '' }));
    archive[3] = 2;
    new DataView(archive.buffer).setUint16(19, crc16(archive.subarray(0, 19)), true);
    const error = await refusal(() => unpack(archive));
    expect(error.code).toBe('newer_version');
    expect(error.message).toContain('format 2; this page reads up to 1');
  });

  test.each([
    ['a zip', [0x50, 0x4b, 3, 4]],
    ['text', [...utf8.encode('import streamlit as st\nst.write("hello")')]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, ...new Array(40).fill(0)]],
  ])('%s is not taken for an app', async (_, bytes) => {
    expect(await refusal_code(() => unpack(new Uint8Array(bytes)))).toBe('not_an_app');
  });

  test('content that does not match its checksum is damaged, though every sum before it holds', async () => {
    const body = await deflate(content_of([{ path: 'app.py' }]));
    const archive = await archive_of(utf8.encode('other'), body);
    expect(await refusal_code(() => unpack(archive))).toBe('damaged');
  });

  test.each([
    ['is not deflate', new Uint8Array([0xff, 0xff, 0xff])],
    ['is empty', new Uint8Array()],
    ['has no end', deflateRawSync('abc', { finishFlush: constants.Z_SYNC_FLUSH })],
  ])('a body that %s is damaged', async (_, body) => {
    expect(
      await refusal_code(async () => unpack(await archive_of(utf8.encode('abc'), new Uint8Array(body)))),
    ).toBe('damaged');
  });
});

describe('a bomb is stopped while it unpacks', () => {
  /** A deflate stream of `blocks` MiB of zeros, made by repeating one block: no more than its 1 KB each is held. */
  function zeros(blocks: number): Bytes {
    const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
    return concat([...new Array<Uint8Array>(blocks).fill(block), new Uint8Array([3, 0])]);
  }

  test('2 GB are refused by size', async () => {
    const archive = await archive_of(new Uint8Array(), zeros(2048));
    expect(archive.length).toBeLessThan(3 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const error = await refusal(() => unpack(archive));
    expect(error.code).toBe('too_large');
    expect(error.message).toContain('128 MiB');
    expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
  });

  test('a smaller one is refused by ratio', async () => {
    const archive = await archive_of(new Uint8Array(), zeros(100));
    expect(await refusal_code(() => unpack(archive))).toBe('bomb');
  });

  test('limits are the caller’s to set, and pack obeys them too', async () => {
    const limits = { ...DEFAULT_LIMITS, max_unpacked: 1000 };
    const large = project({ 'app.py': 'x'.repeat(1000) });
    expect(await refusal_code(() => pack(large, limits))).toBe('too_large');
    const archive = await pack(large);
    expect(await refusal_code(() => unpack(archive, limits))).toBe('too_large');
    const zeroes = project({ 'app.py': '', 'z.bin': new Uint8Array(8 * 1024 * 1024) });
    expect(await refusal_code(() => pack(zeroes))).toBe('bomb');
  });

  test('a list of files that claims millions costs nothing', async () => {
    const archive = await archive_of(new Uint8Array([0, 0xff, 0xff, 0xff, 0x7f]));
    expect(await refusal_code(() => unpack(archive))).toBe('too_many_files');
  });

  test('too many files are refused in both directions', async () => {
    const files = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`f${index}.txt`, '']));
    expect(await refusal_code(() => pack(project({ 'app.py': '', ...files })))).toBe('too_many_files');
    const limits = { ...DEFAULT_LIMITS, max_files: 1 };
    const archive = await pack(project({ 'app.py': '', 'b.py': '' }));
    expect(await refusal_code(() => unpack(archive, limits))).toBe('too_many_files');
  });
});

describe('a well-sealed archive of hostile content is refused', () => {
  const app = { path: 'app.py' };
  test.each([
    ['climbs out', [{ path: '../app.py' }], 'path_outside'],
    ['is absolute', [{ path: '/app.py' }], 'path_absolute'],
    ['is reserved', [{ path: '__proto__' }, app], 'path_reserved'],
    ['has a control character', [{ path: 'a\u0001' }, app], 'path_control'],
    ['is no text', [{ path: [0xff] }], 'path_not_text'],
    ['comes twice', [app, app], 'same_name'],
    ['comes twice but for case', [{ path: 'App.py' }, app], 'same_name'],
    ['is out of order', [{ path: 'b.py' }, app], 'malformed'],
    ['is a file of secrets', [{ path: '.env' }, app], 'secret_file'],
    ['starts the app and is no script', [{ path: 'app.txt' }], 'not_a_script'],
  ] as const)('where a name %s', async (_, entries, code) => {
    expect(await refusal_code(async () => unpack(await archive_of(content_of(entries))))).toBe(code);
  });

  test('where nothing starts the app', async () => {
    expect(await refusal_code(async () => unpack(await archive_of(content_of([app], 1))))).toBe('no_entry');
    expect(await refusal_code(async () => unpack(await archive_of(content_of([]))))).toBe('no_entry');
  });

  test.each([
    ['bytes are left over', [0, 1, 1, 0x61, 0, 9]],
    ['bytes are missing', [0, 1, 1, 0x61, 5, 9]],
    ['the list is cut', [0, 2, 1, 0x61]],
    ['there is nothing', []],
    ['a number is longer than need be', [0x80, 0, 1, 1, 0x61, 0]],
    ['a number is too large', [0, 1, 1, 0x61, 0xff, 0xff, 0xff, 0xff, 0x7f]],
  ])('where %s', async (_, bytes) => {
    expect(await refusal_code(async () => unpack(await archive_of(new Uint8Array(bytes))))).toBe('malformed');
  });

  test('where its kind or version does not exist', async () => {
    for (const [at, value] of [
      [4, 9],
      [3, 0],
    ] as const) {
      const archive = await pack(project({ 'app.py': '' }));
      archive[at] = value;
      new DataView(archive.buffer).setUint16(19, crc16(archive.subarray(0, 19)), true);
      expect(await refusal_code(() => unpack(archive))).toBe('malformed');
    }
  });

  test('any bytes at all give an error of ours or a project, never another error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.boolean(), async (bytes, framed) => {
        const given = new Uint8Array(bytes);
        await refusal(async () => unpack(framed ? await archive_of(given) : given));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a project that cannot travel is refused when it is packed', () => {
  test('without its entry script', async () => {
    const error = await refusal(() => pack(project({ 'lib.py': '' })));
    expect(error.code).toBe('no_entry');
    expect(error.message).toContain('“app.py”');
  });

  test('with a script that is not UTF-8, which is named with the offset', async () => {
    const latin = new Uint8Array([...utf8.encode('x = 1\nname = "caf'), 0xe9, 0x22]);
    const error = await refusal(() => pack(project({ 'app.py': '', 'pages/café.py': latin })));
    expect(error.code).toBe('not_utf8');
    expect(error.message).toContain('“pages/café.py” is not UTF-8 text: the byte at offset 17 (line 2)');
  });

  test('and bytes that are not a script may be anything', async () => {
    await expect(
      pack(project({ 'app.py': '', 'photo.jpg': new Uint8Array([0xff, 0xd8, 0xe9]) })),
    ).resolves.toBeTruthy();
  });
});

test('the dictionary is what it was when the first link was made', async () => {
  expect(DICTIONARY.length).toBeLessThan(32 * 1024);
  expect(to_hex(await sha256(DICTIONARY))).toBe(
    'f094c6ecd5c34a2e2a31ca5f45f3ff943da8b36768702e26a66006def7ff0be6',
  );
});

test('the dictionary is not part of what limits count', async () => {
  const small = project({ 'app.py': 'import streamlit as st\n' });
  const content = encode_content(small).length;
  const archive = await pack(small);
  await expect(unpack(archive, { ...DEFAULT_LIMITS, max_unpacked: content })).resolves.toBeTruthy();
  const limits = { ...DEFAULT_LIMITS, max_unpacked: content - 1 };
  expect(await refusal_code(() => unpack(archive, limits))).toBe('too_large');
});

test('the header is 21 bytes, 28 characters of a link', async () => {
  const empty = write_frame({ kind: 'archive', check: new Uint8Array(8), body: new Uint8Array() });
  expect(empty.length).toBe(HEADER_LENGTH);
  expect((HEADER_LENGTH * 8) / 6).toBe(28);
});
