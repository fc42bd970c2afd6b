/** `npm run build`: everything that is shipped, into `dist/`. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { close_release } from '../src/cli/release.ts';
import { type Site, with_site } from '../src/share/site.ts';
import { write_callback } from './build/callback.ts';
import { build_cli } from './build/cli.ts';
import { write_embed } from './build/embed.ts';
import { build_gallery } from './build/gallery.ts';
import { write_one_file } from './build/one_file.ts';
import { write_rescue } from './build/rescue.ts';
import { build_service_worker } from './build/service_worker.ts';
import { build_whole } from './build/whole.ts';
import { build_worker } from './build/worker.ts';
import { build_engine } from './engine/build.ts';
import type { EngineFile } from './engine/manifest.ts';
import { write_sbom } from './sbom.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/site');

await rm(join(root, 'dist'), { recursive: true, force: true });
const [engine, worker, whole] = await Promise.all([
  build_engine(join(out, 'engine')),
  build_worker(out),
  build_whole(root),
  build({ root, logLevel: 'warn' }),
]);
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const in_engine = ({ name, file, size, sha256 }: EngineFile) => ({
  name,
  file: `engine/${file}`,
  size,
  sha256,
});
const site: Site = {
  version,
  worker,
  engine: {
    version: engine.version,
    files: engine.files.map(in_engine),
    python: in_engine(engine.python),
    image: in_engine(engine.image),
    stdlib_rest: in_engine(engine.stdlib_rest),
  },
  packages: [],
};
const page = join(out, 'index.html');
await writeFile(page, with_site(await readFile(page, 'utf8'), site));
await Promise.all([
  write_rescue(out, whole),
  write_callback(out),
  write_embed(out),
  write_sbom(out, site),
  build_service_worker(out),
  write_one_file(root, whole, join(root, 'dist/one_file/page.html')),
]);
await close_release(out);
await Promise.all([build_cli(root), build_gallery(root)]);
