/** Builds `sw.js` at the site's root, where its scope is the whole site. `close_release` gives it its list of files. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICE_WORKER } from '../../src/share/release.ts';
import { bundle_classic } from './bundle.ts';

/** Classic, as Firefox starts no service worker that is a module. */
export async function build_service_worker(out: string): Promise<void> {
  const program = await bundle_classic('../../src/shell/service_worker/main.ts', 'tablit_service_worker');
  await writeFile(join(out, SERVICE_WORKER), program);
}
