import { expect, it } from 'vitest';
import { pack } from '../../share/index.ts';
import { read_project } from './read_project.ts';

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const script = 'import streamlit as st\nst.text("hello")\n';
const archive = await pack({ entrypoint: 'a.py', files: new Map([['a.py', bytes('x')]]) });

it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
  ['app.py', script, 'app.py'],
  ['MINE.PY', script, 'app.py'],
  ['app.py', '# no import is needed of what says that it is a script', 'app.py'],
  ['raw', script, 'app.py'],
  ['', 'from streamlit import text\n', 'app.py'],
  ['v1.2', script, 'app.py'],
  ['app.tablit', archive, 'a.py'],
  ['download', archive, 'a.py'],
])('%s is an app', async (name, content, entrypoint) => {
  const { project } = await read_project(name, typeof content === 'string' ? bytes(content) : content);
  expect(project.entrypoint).toBe(entrypoint);
});

it.each([
  ['page.html', '<!doctype html><p>x', 'page.html is a web page, not an app.'],
  ['app.py', '\ufeff\n <html>', 'app.py is a web page, not an app.'],
  ['obj.json', '{"import": 1}', 'obj.json is a .json file, not an app.'],
  ['notes.txt', script, 'notes.txt is a .txt file, not an app.'],
  ['book.ipynb', '{}', 'book.ipynb is a .ipynb file, not an app.'],
  ['app.zip', 'no zip', 'app.zip is a .zip file, not an app.'],
  [
    'LICENSE',
    'You may use,\nsell, import, and import it.',
    'LICENSE is a text without a line that imports anything',
  ],
  ['', '{"a": 1}', 'What is there is a text without a line that imports anything'],
  ['app.py', '', 'app.py is empty.'],
  ['app.tablit', 'hello, I am no app', 'not a Tablit app'],
])('%s is refused: %j', async (name, content, words) => {
  await expect(read_project(name, bytes(content))).rejects.toThrow(words);
});
