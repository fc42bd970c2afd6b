import { expect, test } from 'vitest';
import type { ShareErrorCode } from './errors.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { check_path, check_paths } from './paths.ts';
import { refusal, refusal_code } from './testing/refusal.ts';

const good = [
  'app.py',
  'pages/1_📈_Chart.py',
  '.streamlit/config.toml',
  'data/Übersicht 2024.csv',
  '日本語/表.csv',
  'console.py',
  'auxiliary/null.txt',
  'a..b/c',
  '..a',
  '...a/b',
  'ab:c',
  'constructor',
  '👩‍🔬.py',
  'x'.repeat(240),
];

test.each(good)('%s is a good name', (path) => {
  expect(() => check_path(path, DEFAULT_LIMITS)).not.toThrow();
});

const bad: readonly (readonly [path: string, code: ShareErrorCode])[] = [
  ['../app.py', 'path_outside'],
  ['pages/../../app.py', 'path_outside'],
  ['pages/..', 'path_outside'],
  ['..', 'path_outside'],
  ['/etc/passwd', 'path_absolute'],
  ['//host/share', 'path_absolute'],
  ['C:/app.py', 'path_absolute'],
  ['c:app.py', 'path_reserved'],
  ['data/a:b.txt', 'path_reserved'],
  ['..\\app.py', 'path_backslash'],
  ['\\\\host\\share', 'path_backslash'],
  ['C:\\app.py', 'path_backslash'],
  ['', 'path_empty_part'],
  ['a//b', 'path_empty_part'],
  ['pages/', 'path_empty_part'],
  ['./app.py', 'path_empty_part'],
  ['a/./b', 'path_empty_part'],
  ['a\u0000.py', 'path_control'],
  ['a\n.py', 'path_control'],
  ['a\u007f.py', 'path_control'],
  ['a\u0085.py', 'path_control'],
  ['a\u2028.py', 'path_control'],
  ['yp.\u202eexe', 'path_control'],
  ['con', 'path_reserved'],
  ['NUL.txt', 'path_reserved'],
  ['data/Aux.csv', 'path_reserved'],
  ['com1.py', 'path_reserved'],
  ['LPT9', 'path_reserved'],
  ['con .txt', 'path_reserved'],
  ['COM¹', 'path_reserved'],
  ['__proto__', 'path_reserved'],
  ['a/__proto__/b.py', 'path_reserved'],
  ['a./b', 'path_reserved'],
  ['app.py ', 'path_reserved'],
  ['x'.repeat(241), 'path_too_long'],
  ['é'.repeat(121), 'path_too_long'],
  ['a\ud800.py', 'path_not_text'],
];

test.each(bad)('%j is refused as %s', async (path, code) => {
  expect(await refusal_code(() => check_path(path, DEFAULT_LIMITS))).toBe(code);
});

const clashes = [
  ['app.py', 'app.py'],
  ['App.py', 'app.PY'],
  ['caf\u00e9.csv', 'cafe\u0301.csv'],
  ['Straße.csv', 'STRASSE.csv'],
  ['Σίσυφος.csv', 'ΣΊΣΥΦΟΣ.csv'],
  ['data', 'data/a.csv'],
  ['DATA/a.csv', 'data'],
] as const;

test.each(clashes)('%s and %s are one name', async (one, two) => {
  const error = await refusal(() => check_paths([one, two], DEFAULT_LIMITS));
  expect(error.code).toBe('same_name');
  expect(new Set([error.where.path, error.where.other])).toEqual(new Set([one, two]));
});

test('names in folders that differ only in case do not clash by themselves', () => {
  expect(() => check_paths(['Data/a.csv', 'data/b.csv'], DEFAULT_LIMITS)).not.toThrow();
});
