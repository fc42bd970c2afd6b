/**
 * Writes the bill of materials of a built site, `sbom.cdx.json`: npm packages as the lock file has them, the engine's files,
 * CPython. Called by the build; `tablit build` adds the app's wheels (`src/cli/sbom.ts`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BILL, type Component, file_component, make_bill } from '../src/share/sbom.ts';
import type { Site } from '../src/share/site.ts';
import { pyodide_file } from './engine/files.ts';
import { root } from './run.ts';
import { type Manifest, shipped } from './shipped.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

export async function write_sbom(out: string, { version, engine }: Site): Promise<void> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const subject: Component = {
    type: 'application',
    'bom-ref': `pkg:npm/tablit@${version}`,
    name: 'tablit',
    version,
    purl: `pkg:npm/tablit@${version}`,
    licenses: [{ expression: 'Apache-2.0' }],
  };
  const extra = [engine.image, engine.stdlib_rest].flatMap((file) => (file ? [file] : []));
  const python: Component = {
    type: 'platform',
    'bom-ref': `engine:${engine.version}`,
    name: 'Pyodide',
    version: engine.version,
    components: [...engine.files, ...extra].map(file_component),
  };
  const bill = await make_bill(subject, [
    ...shipped().map((manifest) => npm_component(manifest, lock)),
    python,
    await cpython(),
    file_component(engine.python),
  ]);
  await writeFile(join(out, BILL), `${JSON.stringify(bill, undefined, 2)}\n`);
}

export function npm_component({ name, version, license }: Manifest, lock: Lock): Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm, digest = ''] = (lock.packages[`node_modules/${name}`]?.integrity ?? '').split('-');
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [licence_of(license)] }),
    ...(algorithm === 'sha512'
      ? { hashes: [{ alg: 'SHA-512' as const, content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
  };
}

/** What is in brackets or joined by a word is an expression; `SEE LICENSE IN …` is a name. */
function licence_of(license: string) {
  return /^[A-Za-z0-9.()+-]+( (AND|OR|WITH) [A-Za-z0-9.()+-]+)*$/.test(license)
    ? { expression: license }
    : { license: { name: license } };
}

/** The interpreter inside, as scanners look it up. */
async function cpython(): Promise<Component> {
  const lock = JSON.parse(await readFile(pyodide_file('pyodide-lock.json'), 'utf8')) as {
    readonly info: { readonly python: string };
  };
  const purl = `pkg:generic/cpython@${lock.info.python}`;
  return { type: 'library', 'bom-ref': purl, name: 'CPython', version: lock.info.python, purl };
}
