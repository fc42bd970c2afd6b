import { expect, it } from 'vitest';
import { project_of } from './testing/project.ts';
import { brought_lines, suspect_lines } from './warnings.ts';

it('says where a key seems to be, and not the key', () => {
  const key = `sk-${'a1B2'.repeat(8)}`;
  const lines = suspect_lines(project_of({ 'app.py': `\nkey = "${key}"\n` }));
  expect(lines).toEqual([expect.stringMatching(/^This looks like an OpenAI .*: app\.py, line 2: sk-/)]);
  expect(lines.join()).not.toContain(key);
});

it('says what a script takes along, the first of many', () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`m${at + 10}.py`, '']));
  const project = project_of({ 'app.py': '', ...files });
  expect(brought_lines({ kind: 'script', name: 'app.py' }, project)).toEqual([
    expect.stringMatching(/^With app\.py: m10\.py, .*m29\.py and 5 more$/),
  ]);
  expect(brought_lines({ kind: 'folder', name: 'x' }, project)).toEqual([]);
  expect(brought_lines({ kind: 'script', name: 'app.py' }, project_of({ 'app.py': '' }))).toEqual([]);
});
