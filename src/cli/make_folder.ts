/** Makes a folder and those above it, one by one: Node's own `recursive` never ends on systems of files such as `/proc`. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** `folder`: absolute. Throws the system's error, `ENOTDIR` where a file stands in the way. */
export async function make_folder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  if (dirname(folder) !== folder) await make_folder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else made it meanwhile.
    if (error.code !== 'EEXIST') throw error;
  });
}
