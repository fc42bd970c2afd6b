import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { commands } from './commands.ts';
import { help, nearest, no_such_command, no_such_option } from './help.ts';

const [run] = commands;

it.each([
  ['rnu', 'run'],
  ['buid', 'build'],
  ['htlm', 'html'],
  ['shareit', 'share'],
  ['frobnicate', undefined],
  ['', undefined],
])('%j is near to %s', (word, found) => {
  const names = commands.map(({ name }) => name);
  expect(nearest(word, names)).toBe(found);
});

it('a slip is answered with what was meant, not with everything', () => {
  expect(no_such_command('rnu').hint).toContain('Did you mean `tablit run`?');
  expect(no_such_command('frobnicate').hint).toBe(help());
  expect(no_such_option('--prot', run)).toMatchObject({
    code: 'usage',
    message: 'run takes no --prot.',
    hint: expect.stringContaining('Did you mean --port?'),
  });
  expect(no_such_option('--frobnicate', run).hint).toBe(help(run));
});

it.each(commands)('the help of $name tells each of its options, and so do the docs', async (command) => {
  const docs = await readFile(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  expect(docs).toContain(command.usage);
  for (const option of command.options) {
    expect(help(command)).toMatch(new RegExp(`^ +--${option}\\b.* {1,3}\\S`, 'm'));
    expect(command.usage).toContain(`--${option}`);
  }
});
