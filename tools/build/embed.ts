/** Adds to a site what other pages embed its apps with (`src/embed`): a module, and the same as a plain script. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle_classic, bundle_module } from './bundle.ts';

/** The names stand in pages of others, so they say nothing of the content. */
export async function write_embed(out: string): Promise<void> {
  const [module, classic] = await Promise.all([
    bundle_module('../../src/embed/main.ts'),
    bundle_classic('../../src/embed/classic.ts', 'tablit'),
  ]);
  await Promise.all([
    writeFile(join(out, 'embed.js'), module),
    writeFile(join(out, 'embed.classic.js'), classic),
  ]);
}
