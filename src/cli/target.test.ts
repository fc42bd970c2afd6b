import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ONE_FILE_MARK } from '../share/one_file.ts';
import { check_file, check_folder } from './target.ts';
import { temporary_folder } from './testing/folder.ts';

const files = {
  'site/a.txt': '',
  'd.csv': '1;2',
  'empty.html': '',
  'earlier.html': `<!doctype html>${ONE_FILE_MARK}`,
  'mine.html': '<h1>',
};

describe('the file of `tablit html`', () => {
  it.each(['new.html', 'empty.html', 'earlier.html', 'link.html'])('may be %s', async (name) => {
    const { path } = await temporary_folder(files);
    await symlink('earlier.html', join(path, 'link.html'));
    await expect(check_file(join(path, name))).resolves.toBeUndefined();
  });

  it.each([
    ['d.csv', 'is there already, and Tablit did not write it', 'remove that one'],
    ['mine.html', 'is there already', 'another file'],
    ['site', 'is a folder', 'site/app.html'],
    ['site/', 'is a folder', 'site/app.html'],
    ['none/', 'is a folder', 'none/app.html'],
    ['none/app.html', 'there is no such folder', 'Make it first'],
    ['d.csv/app.html', 'a file stands where a folder is needed', 'another place'],
  ])('may not be %s', async (name, message, hint) => {
    const { path } = await temporary_folder(files);
    await expect(
      check_file(join(path, name).replace(/\/?$/, name.endsWith('/') ? '/' : '')),
    ).rejects.toMatchObject({
      code: 'not_writable',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });
});

describe('the folder of `tablit build`', () => {
  it.each(['site', 'new', 'new/a/b'])('may be %s', async (name) => {
    const { path } = await temporary_folder(files);
    await expect(check_folder(join(path, name), name)).resolves.toBeUndefined();
  });

  it.each(['d.csv', 'd.csv/a'])('may not be %s', async (name) => {
    const { path } = await temporary_folder(files);
    await expect(check_folder(join(path, name), name)).rejects.toMatchObject({
      code: 'not_writable',
      message: expect.stringContaining(`Nothing can be written to ${name}: a file stands`),
    });
  });
});
