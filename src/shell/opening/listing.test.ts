// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { listing_of } from './listing.ts';

const folder = new URL('https://host.example/apps/one/');
const read = (text: string) => {
  const listing = listing_of(text, folder);
  return listing && [...listing.files, ...listing.folders].map(({ href }) => href.slice(folder.href.length));
};

it.each<[string, string, string[]]>([
  [
    'python -m http.server',
    '<!DOCTYPE HTML><ul><li><a href="app.py">app.py</a></li><li><a href="data/">data/</a></li></ul>',
    ['app.py', 'data/'],
  ],
  [
    'nginx',
    '<h1>Index of /</h1><pre><a href="../">../</a>\n<a href="my%20app.py">my app.py</a>  01-Jan\n</pre>',
    ['my%20app.py'],
  ],
  [
    'Apache, with links that sort',
    '<a href="?C=N;O=D">Name</a><a href="/apps/">Parent</a><a href="app.py">app.py</a><a href="app.py">again</a>',
    ['app.py'],
  ],
  [
    'nginx as JSON',
    '[{"name":"app.py","type":"file"},{"name":"data","type":"directory"}]',
    ['app.py', 'data/'],
  ],
  ['names', '["app.py", "data/a #1.csv"]', ['app.py', 'data/a%20%231.csv']],
  ['names of a field', '{"files": ["app.py"]}', ['app.py']],
  [
    'what leads out of the folder',
    '["../secret.py", "/etc/passwd", "https://evil.example/x.py", "//evil.example/x.py", "a/../../b.py", "app.py"]',
    ['app.py'],
  ],
  [
    'links that lead out of the folder',
    '<a href="//evil.example/x.py">x</a><a href="javascript:alert(1)">y</a><a href="/app.py">z</a><a href="app.py">a</a>',
    ['app.py'],
  ],
])('reads what is inside of a folder: %s', (_what, text, expected) => expect(read(text)).toEqual(expected));

it.each(['{"a": 1}', '[1]', '[', '{"files": "app.py"}'])('takes no listing of %s', (text) => {
  expect(read(text)).toBeUndefined();
});
