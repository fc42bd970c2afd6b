import { expect, test } from 'vitest';
import { find_suspects } from './suspects.ts';
import { project } from './testing/projects.ts';

// Put together here so that no scanner takes this file for a leak.
const a = (length: number) => 'a1B2c3D4e5'.repeat(30).slice(0, length);
const samples: readonly (readonly [what: string, text: string])[] = [
  ['an OpenAI or similar key', `${'sk'}-${a(48)}`],
  ['an OpenAI or similar key', `${'sk'}-proj-${a(40)}_${a(10)}`],
  ['an Anthropic key', `${'sk'}-ant-api03-${a(60)}`],
  ['an AWS access key', `${'AK'}IAIOSFODNN7EXAMPLE`],
  ['an AWS secret key', `aws_secret_access_key = ${a(40)}`],
  ['a GitHub token', `${'gh'}p_${a(36)}`],
  ['a GitHub token', `${'github'}_pat_${a(60)}`],
  ['a GitLab token', `${'gl'}pat-${a(20)}`],
  ['a Slack token', `${'xo'}xb-123456789012-${a(24)}`],
  ['a Google key', `${'AI'}za${a(35)}`],
  ['a Stripe key', `${'sk'}_live_${a(24)}`],
  ['a Hugging Face token', `${'hf'}_${a(34)}`],
  ['a private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----`],
  ['a private key', `-----BEGIN ${'OPENSSH '}PRIVATE KEY-----`],
  ['a private key', `-----BEGIN ${'PRIVATE KEY'}-----`],
  ['a signed token (JWT)', `${'ey'}J${a(20)}.${'ey'}J${a(30)}.${a(43)}`],
  ['a password in an address', 'postgresql://admin:hunter2@db.example.com/shop'],
  ['a value named like a secret', `DB_PASSWORD = "correct-horse-9-battery"`],
  ['a value named like a secret', `"client_secret": "${a(24)}"`],
];

test.each(samples)('%s is noticed: %s', (what, text) => {
  const found = find_suspects(project({ 'app.py': `import os\n\nx = '${text}'\n` }));
  expect(found.map(({ path, line, what }) => ({ path, line, what }))).toEqual([
    { path: 'app.py', line: 3, what },
  ]);
});

test('what is shown of a key is too little to use', () => {
  const [found] = find_suspects(project({ 'app.py': `key = "${'sk'}-${a(48)}"` }));
  expect(found?.shown).toBe('sk-a1B2…');
  const [password] = find_suspects(project({ 'app.py': 'u = "mysql://me:abcdef@host/x"' }));
  expect(password?.shown).toBe('a…');
});

test('ordinary code and prose raise no question', () => {
  const text = `
api_key = st.secrets["OPENAI_API_KEY"]
password = st.text_input("Password", type="password")
token = os.environ["API_TOKEN_2"]
url = f"postgresql://{user}:{password}@{host}/db"
css = ".sk-spinner-double-bounce-child-long-name {}"
key = "sk-..."
secret = "replace-this-with-yours"
task-sk-0123456789012345678901234
see https://example.com:8080/a@b and mailto:a@b.example
`;
  expect(find_suspects(project({ 'app.py': text }))).toEqual([]);
});

test('files are searched in order, binary ones not at all', () => {
  const key = `${'hf'}_${a(34)}`;
  const files = { 'b.py': `\n${key}`, 'a.csv': `x\ny,${key}`, 'z.bin': `\0${key}`, 'app.py': '' };
  expect(find_suspects(project(files)).map(({ path, line }) => `${path}:${line}`)).toEqual([
    'a.csv:2',
    'b.py:2',
  ]);
});

test('megabytes in one line do not hold up the page', () => {
  const lines = ['a', 'a.', '-eyJ', 'sk-', 'x://y:', 'secret="', 'AKIA', '-----BEGIN A '];
  const started = performance.now();
  for (const unit of lines) {
    const text = unit.repeat(Math.floor(500_000 / unit.length));
    find_suspects(project({ 'app.py': text }));
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
