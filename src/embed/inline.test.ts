import { expect, it } from 'vitest';
import { type Block, dedent, inline_files } from './inline.ts';

const block = (text: string, file?: string, type = 'text/x-python'): Block => ({ type, file, text });

it.each([
  ['shared spaces go, others stay', '\n    if a:\n        b\n\n    c\n  ', 'if a:\n    b\n\nc\n'],
  ['a line of less keeps the rest', '    a\n  b\n', '  a\nb\n'],
  ['tabs and spaces are not the same', '\ta\n    b', '\ta\n    b\n'],
  ['Windows line ends become plain ones', '  a\r\n  b\r\n', 'a\nb\n'],
  ['blank lines inside stay, emptied', '  a\n     \n  b', 'a\n\nb\n'],
  ['nothing is nothing', '\n \n', '\n'],
])('%s', (_name, text, expected) => {
  expect(dedent(text)).toBe(expected);
});

it('takes scripts that no browser runs, the first without a name as app.py', () => {
  const files = inline_files(
    [
      block('  import helper'),
      block('x = 1', 'helper.py'),
      block('alert(1)', undefined, 'module'),
      block('a,b', 'data.csv', ' Text/CSV '),
    ],
    'not this',
  );
  expect([...(files ?? [])]).toEqual([
    ['app.py', 'import helper\n'],
    ['helper.py', 'x = 1\n'],
    ['data.csv', 'a,b\n'],
  ]);
});

it('takes the text where there is no such script, and nothing where there is none either', () => {
  expect([...(inline_files([block('alert(1)', undefined, '')], '  st.text(1)') ?? [])]).toEqual([
    ['app.py', 'st.text(1)\n'],
  ]);
  expect(inline_files([], ' \n ')).toBeUndefined();
});

it('refuses a file that is there twice', () => {
  expect(() => inline_files([block('1'), block('2', 'app.py')], '')).toThrow(
    'Two scripts of this tablit-app are app.py: give each its own data-file.',
  );
});

it.each([
  '',
  'module',
  'text/javascript',
  ' Module ',
  'application/json',
  'importmap',
  'text/javascript;version=1',
])('a script of the page’s own is none of ours: type=%j', (type) =>
  expect(inline_files([block('1', undefined, type)], '')).toBeUndefined(),
);

it.each(['python', 'py', 'text/x-pyhton', 'application/python', 'text/css'])(
  'a script that nobody would run is refused, not passed over: type=%j',
  (type) =>
    expect(() => inline_files([block('1'), block('2', 'b.py', type)], '')).toThrow(
      `<script type="${type}"> is run by nobody: Python in a tablit-app is of type text/x-python`,
    ),
);
