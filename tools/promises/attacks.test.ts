import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../run.ts';

const rows = [
  ...readFileSync(join(root, 'docs/security/attacks.md'), 'utf8').matchAll(/^\|.*\| `([^`]+)`: (.+?) \|$/gm),
].map(([, file = '', words = '']) => [file, words] as const);

it('has a test in each of its lines', () => {
  const page = readFileSync(join(root, 'docs/security/attacks.md'), 'utf8');
  const lines = page.split('\n').filter((line) => /^\|(?!---| it tries)/.test(line));
  expect(lines.length).toBeGreaterThan(30);
  expect(rows).toHaveLength(lines.length);
});

it.each(rows)('%s has a test that is called: %s', (file, words) => {
  const names = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => /\b(?:test|it|describe)(?:\.each)?\(|^\s*\]\)\(/.test(line));
  expect(names.filter((line) => line.includes(words))).not.toEqual([]);
});
