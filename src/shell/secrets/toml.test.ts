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
    '{"kind":"present","values":{"i":1,"f":1.0,"d":["date","1979-05-27"],"t":["time","07:32:00.000"],' +
      '"dt":["datetime","1979-05-27T07:32:00.000Z"],"l":["list",1,{"x":"y"}]}}',
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
