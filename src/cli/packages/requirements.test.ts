import { describe, expect, it } from 'vitest';
import { project_of } from '../testing/project.ts';
import { extras_of, header_requirements, package_name, requirements_of } from './requirements.ts';

describe('requirements.txt', () => {
  it('is read without comments, options and hashes, and what it leads to', () => {
    const project = project_of({
      'app.py': '',
      'requirements.txt':
        'streamlit>=1.30\r\n# a comment\nrequests[socks] >= 2 # why\n-r more/base.txt\n--index-url https://example.com\n' +
        './wheels/x.whl\nmsgspec==0.20 \\\n  --hash=sha256:00\n\n-r requirements.txt\n-r gone.txt',
      'more/base.txt': 'numpy; python_version > "3"\n-e .',
    });
    expect(requirements_of(project)).toEqual({
      requirements: [
        'streamlit>=1.30',
        'requests[socks] >= 2',
        'numpy; python_version > "3"',
        'msgspec==0.20',
      ],
      ignored: ['-e .', '--index-url https://example.com', './wheels/x.whl'],
    });
  });
});

describe('the header of a script', () => {
  const header = (...lines: string[]) =>
    ['# /// script', ...lines.map((line) => `# ${line}`.trim()), '# ///', 'import x'].join('\n');

  it.each([
    ['on one line', header('dependencies = ["a[x]>=1", \'b\']'), ['a[x]>=1', 'b']],
    [
      'on several',
      header('requires-python = ">=3.11"', 'dependencies = [', '  "a", # why', '  "b",', ']'),
      ['a', 'b'],
    ],
    ['before other lists', header('dependencies = ["a"]', '', '[tool.z]', 'list = [', '"no",', ']'), ['a']],
    ['with the line ends of Windows', header('dependencies = ["a"]').replaceAll('\n', '\r\n'), ['a']],
    ['without any', header('requires-python = ">=3.11"'), []],
    ['not there', 'import streamlit as st\n', []],
    ['not closed', '# /// script\n# dependencies = ["a"]\nimport x', []],
  ])('%s', (_, script, expected) => {
    expect(header_requirements(script)).toEqual(expected);
  });

  it.each([[header('dependencies = ["a"')], [header('dependencies = "a"')]])(
    'that cannot be read is said',
    (script) => {
      expect(() => header_requirements(script)).toThrowError(expect.objectContaining({ code: 'bad_app' }));
    },
  );
});

it.each([
  ['Foo.Bar_baz[x]>=1', 'foo-bar-baz', ['x']],
  ['requests [a, b]', 'requests', ['a', 'b']],
  ['x', 'x', []],
])('%s is a name with extras', (requirement, name, extras) => {
  expect(package_name(requirement)).toBe(name);
  expect(extras_of(requirement)).toEqual(extras);
});
