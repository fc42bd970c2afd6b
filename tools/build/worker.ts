/** Builds the worker's program: one classic script, since a module worker does not start in an opaque origin. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SiteFile } from '../../src/share/site.ts';
import { bundle_classic } from './bundle.ts';

export async function build_worker(out: string): Promise<SiteFile> {
  const code = Buffer.from(await bundle_classic('../../src/worker/main.ts', 'tablit_worker'));
  const hash = createHash('sha256').update(code).digest('hex');
  const file = `assets/worker-${hash.slice(0, 10)}.js`;
  await mkdir(join(out, 'assets'), { recursive: true });
  await writeFile(join(out, file), code);
  console.log(`worker ${code.length} bytes, ${gzipSync(code).length} gzip`);
  return { name: 'worker.js', file, size: code.length, sha256: hash };
}
