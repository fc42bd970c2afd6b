import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secrets_json } from '../../wire/secrets.ts';
import { map_scalars, named_scalars } from './names.ts';
import { fault_text, parse_secrets } from './toml.ts';

const seed = `
# .streamlit/secrets.toml
OPENAI_API_KEY = "sk-..."
DATABASE_URL = "postgresql://..."

# Nested secrets
[database]
host = "localhost"
password = "secret"

# Connection-specific
[connections.mydb]
host = "localhost"
password = "secret"
`;

async function values_of(text: string) {
  const parsed = await parse_secrets(text);
  if (parsed.kind === 'bad') throw new Error(fault_text(parsed.fault));
  return parsed.values;
}

async function fault_of(text: string) {
  const parsed = await parse_secrets(text);
  return parsed.kind === 'bad' ? fault_text(parsed.fault) : undefined;
}

it('reads the file of the source documents', async () => {
  expect([...named_scalars(await values_of(seed))]).toEqual([
    ['OPENAI_API_KEY', 'sk-...'],
    ['DATABASE_URL', 'postgresql://...'],
    ['database.host', 'localhost'],
    ['database.password', 'secret'],
    ['connections.mydb.host', 'localhost'],
    ['connections.mydb.password', 'secret'],
  ]);
});

it('keeps integers, floats, dates and lists apart', async () => {
  const text = 'i = 1\nf = 1.0\nd = 1979-05-27\nt = 07:32:00\ndt = 1979-05-27T07:32:00Z\nl = [1, {x = "y"}]';
  expect(secrets_json({ kind: 'present', values: await values_of(text) })).toBe(
    '{"kind":"present","values":{"i":1,"f":1.0,"d":["date","1979-05-27"],"t":["time","07:32:00"],' +
      '"dt":["datetime","1979-05-27T07:32:00Z"],"l":["list",1,{"x":"y"}]}}',
  );
});

it('keeps keys that look like numbers where the file has them', async () => {
  const values = await values_of(`
zed = 1
20 = "twenty"
alpha = "a"
"10" = "ten"
'7'.x.3 = "seven"
[db]
host = "h"
20 = 1
10 = 2
[30.5]
inline = { b = 1, 2 = "two", 1 = "one" }
[[1]]
9 = "nine"
8 = "eight"
`);
  expect([...named_scalars(values).keys()]).toEqual([
    'zed',
    '20',
    'alpha',
    '10',
    '7.x.3',
    'db.host',
    'db.20',
    'db.10',
    '30.5.inline.b',
    '30.5.inline.2',
    '30.5.inline.1',
    '1[0].9',
    '1[0].8',
  ]);
});

it.each([
  ['07:08:09.123456', 'time', '07:08:09.123456'],
  ['2024-05-06T07:08:09.123456789+02:00', 'datetime', '2024-05-06T07:08:09.123456+02:00'],
  ['1979-05-27 00:32:00.999999z', 'datetime', '1979-05-27T00:32:00.999999Z'],
  ['1979-05-27t00:32:00', 'datetime', '1979-05-27T00:32:00'],
  ['2024-05-06', 'date', '2024-05-06'],
])('keeps all of %s', async (written, moment, text) => {
  for (const place of [`v = ${written}`, `v = ${written} # a comment`, `v = ${written}\n2 = 1`]) {
    expect((await values_of(place)).get('v')).toEqual({ moment, text });
  }
  expect((await values_of(`v = [${written},${written}]`)).get('v')).toEqual([
    { moment, text },
    { moment, text },
  ]);
});

it('takes no text, comment or name for a key or a date', async () => {
  const text = String.raw`
a = "1 = 2" # 5 = 6
b = '''
1 = 2
it''s [3]'''
c = ["2024-01-01", """x ""
07:00:00 \\""", 'C:\1 = "', -1, +0.5, 1e3, true, nan]
"quoted \" 1 = " = 2024-01-01
tablit-mark-1 = "tablit-mark-2"
d = """"4 = 5""""
1-2 = 1
01 = 1
`;
  const values = await values_of(text);
  expect([...values.keys()]).toEqual(['a', 'b', 'c', 'quoted " 1 = ', 'tablit-mark-1', 'd', '1-2', '01']);
  expect(values.get('a')).toBe('1 = 2');
  expect(values.get('b')).toBe("1 = 2\nit''s [3]");
  expect(values.get('c')).toEqual([
    '2024-01-01',
    'x ""\n07:00:00 \\',
    'C:\\1 = "',
    -1n,
    0.5,
    1000,
    true,
    Number.NaN,
  ]);
  expect(values.get('quoted " 1 = ')).toEqual({ moment: 'date', text: '2024-01-01' });
  expect(values.get('tablit-mark-1')).toBe('tablit-mark-2');
  expect(values.get('d')).toBe('"4 = 5"');
});

it('is what the parser reads, of any text', async () => {
  const { parse, stringify } = await import('smol-toml');
  const name = fc.oneof(
    fc.constantFrom('1', '20', 'a.b', '"', ' ', '1 = ', 'tablit-mark-'),
    fc.string({ unit: 'grapheme' }),
  );
  const { table } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('1 = 2', '"""', "'''", '\\', '[x]', '{', '#', '2024-01-01', 'tablit-mark-'),
      fc.boolean(),
      fc.integer().map((value) => value + 0.5),
      fc.array(fc.string(), { maxLength: 3 }),
      tie('table'),
    ),
    table: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  const as_objects = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(as_objects);
    if (!(value instanceof Map)) return value;
    return Object.fromEntries([...value].map(([key, one]) => [key, as_objects(one)]));
  };
  await fc.assert(
    fc.asyncProperty(table, async (one) => {
      const text = stringify(one as Record<string, unknown>);
      expect(as_objects(await values_of(text))).toEqual(parse(text, { integersAsBigInt: true }));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['a = x', 'Invalid value (at line 1, column 5)'],
  ['OPENAI_API_KEY = sk-abc', 'Invalid value (at line 1, column 18)'],
  ['a = 1\na = 2', 'Trying to redefine an already defined table or value (at line 2, column 1)'],
  ['a = "x', 'Unfinished string (at line 1, column 5)'],
])('says where %j is no TOML', async (text, fault) => {
  expect(await fault_of(text)).toBe(fault);
});

it('says nothing of the text itself in a fault', async () => {
  expect(await fault_of('KEY = sk-hunter2-and-more')).not.toMatch(/hunter|KEY/);
});

it('takes names that objects have as names', async () => {
  const values = await values_of('__proto__ = "p"\nconstructor = "c"\n[t]\ntoString = "s"');
  expect([...named_scalars(values).keys()]).toEqual(['__proto__', 'constructor', 't.toString']);
});

it.each([
  ['dotted keys', `${Array.from({ length: 5000 }, () => 'a').join('.')} = 1`],
  ['lists', `a = ${'['.repeat(5000)}${']'.repeat(5000)}`],
])('refuses %s that are nested without end', async (_name, text) => {
  expect(await fault_of(text)).toMatch(/nested/);
});

it('names what could be read as another', async () => {
  const values = await values_of('"a.b" = "1"\n[a]\nb = "2"\nl = ["3", ["4"]]');
  expect([...named_scalars(values)]).toEqual([
    ['"a.b"', '1'],
    ['a.b', '2'],
    ['a.l[0]', '3'],
    ['a.l[1][0]', '4'],
  ]);
});

it('puts a text in place of every scalar and keeps the tables', async () => {
  const sealed = map_scalars(
    await values_of('a = 1\n[t]\nb = true\nl = [1979-05-27]'),
    (name) => `<${name}>`,
  );
  expect(secrets_json({ kind: 'present', values: sealed })).toBe(
    '{"kind":"present","values":{"a":"<a>","t":{"b":"<t.b>","l":["list","<t.l[0]>"]}}}',
  );
});
