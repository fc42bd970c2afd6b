/**
 * Adds golden links: `node src/share/golden/make.mjs` writes the file of each project below that has none yet. A file
 * that exists is never written again: its link is out in the world. Run by hand when a format version or kind is added.
 */
import { access, writeFile } from 'node:fs/promises';
import { link_of, new_key, private_link_of, project_id } from '../index.ts';

const page = 'https://tablit.example/';
const hello =
  'import streamlit as st\n\nname = st.text_input("Your name", "world")\nst.title(f"Hello, {name}")\n';

const projects = {
  one_script: { about: 'One script.', entrypoint: 'app.py', files: { 'app.py': { text: hello } } },
  pages_and_unicode: {
    about: 'Pages, folders, names and texts in many scripts, a composed and a decomposed accent.',
    entrypoint: 'Übersicht.py',
    files: {
      'Übersicht.py': { text: hello.replace('Hello', 'Grüß Gott 🙂') },
      'pages/1_📈_Chart.py': { text: 'import streamlit as st\nst.line_chart([1, 2, 3])\n' },
      'pages/2_日本語.py': { text: '# こんにちは\n' },
      'data/cafe\u0301.csv': { text: 'naïve,Σίσυφος\r\n1,2\r\n' },
      '.streamlit/config.toml': { text: '[theme]\nbase = "dark"\n' },
      'requirements.txt': { text: '' },
    },
  },
  binary_and_empty: {
    about: 'Bytes that are no text, an empty file, an entrypoint that does not come first.',
    entrypoint: 'main.py',
    files: {
      'all_bytes.bin': {
        base64: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('base64'),
      },
      'empty.txt': { text: '' },
      'main.py': { text: hello },
      'run_of_zeros.bin': { base64: Buffer.alloc(3000).toString('base64') },
    },
  },
  sealed_with_key: {
    about: 'Encrypted, the key in the link.',
    entrypoint: 'app.py',
    files: { 'app.py': { text: hello } },
  },
  sealed_with_passphrase: {
    about: 'Encrypted with a passphrase.',
    entrypoint: 'app.py',
    files: { 'app.py': { text: hello } },
    passphrase: 'golden links open for ever',
  },
};

function bytes_of(file) {
  return new Uint8Array('text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64'));
}

async function link_for(name, project, passphrase) {
  if (passphrase !== undefined) return private_link_of(project, page, { kind: 'passphrase', passphrase });
  if (name === 'sealed_with_key') return private_link_of(project, page, { kind: 'key', key: new_key() });
  return link_of(project, page);
}

for (const [name, { about, entrypoint, files, passphrase }] of Object.entries(projects)) {
  const path = new URL(`${name}.json`, import.meta.url);
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) continue;
  const project = {
    entrypoint,
    files: new Map(Object.entries(files).map(([at, file]) => [at, bytes_of(file)])),
  };
  const id = await project_id(project);
  const link = await link_for(name, project, passphrase);
  const golden = {
    about,
    format: 1,
    entrypoint,
    files,
    ...(passphrase === undefined ? {} : { passphrase }),
    id,
    link,
  };
  await writeFile(path, `${JSON.stringify(golden, null, 2)}\n`);
}
