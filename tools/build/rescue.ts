/** Adds to a site what starts it on a host that names no types (`src/shell/rescue.ts`). */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle_classic } from './bundle.ts';
import { type Whole, with_fonts } from './whole.ts';

/** Writes into `out/assets` and names the rescuer in `out/index.html`, after the page's program. */
export async function write_rescue(out: string, whole: Whole): Promise<void> {
  const script = await put(out, 'whole', 'js', whole.script);
  const fonts = (name: string) => `./assets/${name}`;
  const style = await put(out, 'whole', 'css', with_fonts(whole, fonts));
  const rescuer = await put(
    out,
    'rescue',
    'js',
    await bundle_classic('../../src/shell/rescue.ts', 'tablit_rescue'),
  );
  const page = join(out, 'index.html');
  const tag = `<script defer src="./${rescuer}" data-script="./${script}" data-style="./${style}"></script>`;
  await writeFile(page, (await readFile(page, 'utf8')).replace('</head>', `  ${tag}\n  </head>`));
}

/** Returns the path, which is named after the content. */
async function put(out: string, name: string, ending: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const path = `assets/${name}-${hash}.${ending}`;
  await writeFile(join(out, path), content);
  return path;
}
