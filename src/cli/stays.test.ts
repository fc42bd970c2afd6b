import { expect, it } from 'vitest';
import { lines_of_stays, listed } from './stays.ts';

const stays = [
  { path: '.git/', reason: 'tooling' },
  { path: '.env', reason: 'secret' },
  { path: '.streamlit/secrets.toml', reason: 'secret' },
  { path: '.ssh/', reason: 'secret' },
  { path: 'data.csv', reason: 'symlink' },
  { path: 'site/', reason: 'built' },
] as const;

it('says what stays behind in a line for each reason, what matters most first', () => {
  expect(lines_of_stays(stays).map((line) => line.split('. ')[0])).toEqual([
    'Refused: .env (a file of environment secrets), .streamlit/secrets.toml (a file of secrets), .ssh/ (part of a folder of credentials)',
    'Refused: data.csv',
    'Left out, as Tablit wrote it: site/',
    'Left out, as no part of an app: .git/',
  ]);
});

it('says of secrets why, and what to do instead', () => {
  const [line = ''] = lines_of_stays(stays);
  expect(line).toContain('never travel');
  expect(line).toContain('menu, Secrets');
  expect(line).toContain('docs/secrets.md');
});

it('does not say that `run` leaves the secrets out which it hands to its page', () => {
  const [line = ''] = lines_of_stays(stays, true);
  expect(line).toMatch(/^Refused: \.env \(.*\), \.ssh\/ \(.*\)\. .*belongs into \.streamlit\/secrets\.toml/);
  expect(lines_of_stays([{ path: '.streamlit/secrets.toml', reason: 'secret' }], true)).toEqual([]);
});

it('names the first of many', () => {
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  expect(listed(['a', 'b'], 2)).toBe('a, b');
});
