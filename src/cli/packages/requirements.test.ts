import { describe, expect, it } from 'vitest';
import { project_of } from '../testing/project.ts';
import { package_name, requirements_of, script_header } from './requirements.ts';

describe('requirements.txt', () => {
  const hash = 'a'.repeat(64);

  it('is read without comments, options and hashes, and what it leads to', () => {
    const project = project_of({
      'app.py': '',
      'requirements.txt':
        'streamlit>=1.30\r\n# a comment\nrequests[socks] >= 2 # why\n-r more/base.txt\n--index-url https://example.com\n' +
        `./wheels/x.whl\nmsgspec==0.20 \\\n  --hash=sha256:${hash}\n\n-r requirements.txt\n-c pins.txt`,
      'more/base.txt': 'numpy; python_version > "3"\n-r ../other.txt\n-e .',
      'other.txt': '\uFEFFsix',
      'pins.txt': 'six==1',
    });
    expect(requirements_of(project)).toEqual({
      requirements: [
        'streamlit>=1.30',
        'requests[socks] >= 2',
        'numpy; python_version > "3"',
        'six',
        'msgspec==0.20',
      ],
      constraints: ['six==1'],
      hashes: new Map([['msgspec', [hash]]]),
      ignored: ['-e .', '--index-url https://example.com', './wheels/x.whl'],
    });
  });

  it.each([
    '-r gone.txt',
    '-r ../outside.txt',
    'x @ git+https://example.com/x.git',
    'x @ https://example.com/x.tar.gz',
    'git+https://example.com/x.git',
    '=1',
  ])('with %s is refused', (line) => {
    const project = project_of({ 'app.py': '', 'requirements.txt': line });
    expect(() => requirements_of(project)).toThrowError(expect.objectContaining({ code: 'bad_app' }));
  });

  it('is read as PowerShell writes it, in UTF-16', () => {
    const utf16 = Buffer.from('\uFEFFsix\r\nrequests\r\n', 'utf16le');
    for (const bytes of [utf16, Buffer.from(utf16).swap16()]) {
      const { files, ...project } = project_of({ 'app.py': '' });
      const more = new Map([...files, ['requirements.txt', new Uint8Array(bytes)]]);
      expect(requirements_of({ ...project, files: more }).requirements).toEqual(['six', 'requests']);
    }
  });

  it('is refused when it is no text, with what to do', () => {
    const { files, ...project } = project_of({ 'app.py': '' });
    const more = new Map([...files, ['requirements.txt', new Uint8Array([0x73, 0xe9])]]);
    expect(() => requirements_of({ ...project, files: more })).toThrowError(
      expect.objectContaining({ code: 'bad_app', hint: expect.stringContaining('UTF-8') }),
    );
  });

  it('may name the address of a wheel', () => {
    const line = 'x @ https://example.com/x-1-py3-none-any.whl ; python_version > "3"';
    expect(requirements_of(project_of({ 'app.py': '', 'requirements.txt': line })).requirements).toEqual([
      line,
    ]);
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
    expect(script_header(script).dependencies).toEqual(expected);
  });

  it('says which Python it is for, where it does', () => {
    expect(script_header(header('requires-python = ">=3.11"')).python).toBe('>=3.11');
    expect(script_header(header('dependencies = []'))).toEqual({ dependencies: [] });
    expect(() => script_header(header('requires-python = 3.11'))).toThrow('requires-python is not a text');
  });

  it('cannot slip an option of pip in', () => {
    const project = project_of({ 'app.py': header('dependencies = ["--index-url=https://example.com"]') });
    expect(() => requirements_of(project)).toThrow('does not begin with the name');
  });

  it.each([
    [header('dependencies = ["a"')],
    [header('dependencies = "a"')],
    [`${header('dependencies = ["a"]')}\n${header('dependencies = ["b"]')}`],
  ])('that cannot be read is said', (script) => {
    expect(() => script_header(script)).toThrowError(expect.objectContaining({ code: 'bad_app' }));
  });
});

it.each([
  ['Foo.Bar_baz[x]>=1', 'foo-bar-baz'],
  ['requests [a, b]', 'requests'],
  ['x', 'x'],
  ['--x', ''],
])('%s is called %s', (requirement, name) => {
  expect(package_name(requirement)).toBe(name);
});
