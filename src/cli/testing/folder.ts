/** A folder of files for one test, gone at its end. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Folder {
  readonly path: string;
  /** Writes one file and the folders above it; `file` with `/`. */
  readonly put: (file: string, content?: string | Uint8Array) => Promise<void>;
}

export async function temporary_folder(files: Readonly<Record<string, string>> = {}): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'tablit-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const put: Folder['put'] = async (file, content = '') => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), content);
  };
  for (const [file, content] of Object.entries(files)) await put(file, content);
  return { path, put };
}
