/**
 * Makes the sandbox frame's inline script from `src/sandbox/bootstrap.ts`: one line of text, and the hash that lets
 * both policies allow it. A plugin gives it to the page's program, so that text and hash cannot come apart.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify, type Plugin, transformWithOxc } from 'vite';
import type { Bootstrap } from '../../src/sandbox/frame.ts';

const source = fileURLToPath(new URL('../../src/sandbox/bootstrap.ts', import.meta.url));
const virtual_name = 'virtual:sandbox-bootstrap';

/** The base64 of a text's SHA-256, as a policy's `'sha256-…'` wants it. */
export function sha256_base64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

let built: Promise<Bootstrap> | undefined;

/** Built once per process. Throws when the text would end its own `<script>` element. */
export function build_bootstrap(): Promise<Bootstrap> {
  built ??= bundle();
  return built;
}

/** It imports types only, so there is nothing to bundle: the types are stripped and the rest is made small. */
async function bundle(): Promise<Bootstrap> {
  const script = await transformWithOxc(await readFile(source, 'utf8'), source, { target: 'es2022' });
  // Its imports gone, the file is a module only by an empty export, which a classic script may not have.
  const body = script.code.replace(/^export \{\s*\};?$/m, '');
  const { code } = await minify('bootstrap.js', `(() => {${body}})();`);
  const text = code.trim();
  if (/<\/script|<!--/i.test(text)) throw new Error('The bootstrap would end its own <script> element.');
  return { text, sha256: sha256_base64(text) };
}

/** Answers `import { bootstrap } from 'virtual:sandbox-bootstrap'`. */
export function sandbox_bootstrap(): Plugin {
  const resolved = `\0${virtual_name}`;
  return {
    name: 'tablit:sandbox-bootstrap',
    resolveId: (id) => (id === virtual_name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      this.addWatchFile(source);
      return `export const bootstrap = ${JSON.stringify(await build_bootstrap())};`;
    },
  };
}
