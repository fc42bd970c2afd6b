/** Builds the worker's program: one classic script, since a module worker does not start in an opaque origin. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { SiteFile } from '../../src/share/site.ts';

const entry = fileURLToPath(new URL('../../src/worker/main.ts', import.meta.url));

export async function build_worker(out: string): Promise<SiteFile> {
  const code = Buffer.from(await bundle());
  const hash = createHash('sha256').update(code).digest('hex');
  const file = `assets/worker-${hash.slice(0, 10)}.js`;
  await mkdir(join(out, 'assets'), { recursive: true });
  await writeFile(join(out, file), code);
  console.log(`worker ${code.length} bytes, ${gzipSync(code).length} gzip`);
  return { name: 'worker.js', file, size: code.length, sha256: hash };
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // A library: an ordinary build wraps `import(url)` in a helper that is meant for documents.
      lib: { entry, formats: ['iife'], name: 'tablit_worker' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The worker was not built.');
  return output.output[0].code;
}
