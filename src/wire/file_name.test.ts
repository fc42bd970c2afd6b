import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safe_file_name, safe_file_path } from './file_name.ts';

describe('promise: Uploads are checked before they are read: names', () => {
  it.each([
    ['report.csv', 'report.csv'],
    ['Ärger mit 文字 👩‍💻.txt', 'Ärger mit 文字 👩‍💻.txt'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['C:\\Users\\me\\a.csv', 'a.csv'],
    ['/etc/shadow', 'shadow'],
    ['folder/', 'folder'],
    ['..', 'file'],
    ['...', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['a\0.csv', 'a.csv'],
    ['evil.exe\0.csv', 'evil.exe.csv'],
    ['a\r\nSet-Cookie: x.csv', 'aSet-Cookie: x.csv'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['\u2066inv\u2069oice.pdf\u200f', 'invoice.pdf'],
    ['con', '_con'],
    ['CON.csv', '_CON.csv'],
    ['lpt1 .txt', '_lpt1 .txt'],
    ['console.csv', 'console.csv'],
    ['__proto__', '___proto__'],
    ['a.csv. . .', 'a.csv'],
    ['a\ud800b', 'a\ufffdb'],
    ['.env', '.env'],
  ])('%j becomes %j', (name, safe) => {
    expect(safe_file_name(name)).toBe(safe);
  });

  it('keep their ending when they are cut', () => {
    const long = safe_file_name(`${'ä'.repeat(500)}.csv`);
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(255);
    expect(long).toMatch(/^ä+\.csv$/);
    expect(safe_file_name('x'.repeat(400))).toBe('x'.repeat(255));
  });

  it.each([
    ['pictures/2026/a.png', 'pictures/2026/a.png'],
    ['pictures/../../a.png', 'pictures/a.png'],
    ['/pictures//./a.png', 'pictures/a.png'],
    ['a\\nul\\b', 'a/_nul/b'],
    ['../..', 'file'],
  ])('of a directory: %j becomes %j', (path, safe) => {
    expect(safe_file_path(path)).toBe(safe);
  });

  it('are never a path, never empty, and stay as they are the second time', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, (name) => {
        const safe = safe_file_name(name);
        expect(safe).toMatch(/^[^/\\\p{Cc}]+$/u);
        expect(safe).not.toMatch(/^\.+$/);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(256);
        expect(safe_file_name(safe)).toBe(safe);
        expect(safe_file_path(name).split('/')).not.toContain('..');
      }),
    );
  });
});
