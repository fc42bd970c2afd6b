/** Which code an app is: the name that grants are bound to, and what changed from one version to the next. */
import { is_script, type Project, project_id, secret_file } from '../../share/index.ts';
import type { ChangedFile } from '../../ui/panels/permissions_view.ts';
import type { Origin } from '../alike.ts';
import { sha256_of } from '../files.ts';

export interface Code {
  /** `project_id` of the app's files, without files of secrets: changing a secret makes no other app. */
  readonly id: string;
  /** SHA-256 of each file, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Of a stranger's app, by which an earlier version of it is found. */
  readonly origin?: Origin;
}

export interface CodeFiles {
  readonly entrypoint: string;
  readonly files: Readonly<Record<string, Blob>>;
}

export async function read_code({ entrypoint, files }: CodeFiles): Promise<Code> {
  const shared = Object.entries(files).filter(([path]) => secret_file(path) === undefined);
  const read = await Promise.all(
    shared.map(async ([path, blob]) => ({
      path,
      bytes: new Uint8Array(await blob.arrayBuffer()),
      hash: await sha256_of(blob),
    })),
  );
  const project: Project = { entrypoint, files: new Map(read.map(({ path, bytes }) => [path, bytes])) };
  return { id: await project_id(project), files: new Map(read.map(({ path, hash }) => [path, hash])) };
}

/** The files that differ, scripts first, as they say what the app does. */
export function changes_between(before: Code['files'], now: Code['files']): readonly ChangedFile[] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort();
  return paths
    .flatMap((path): ChangedFile[] => {
      const [old, fresh] = [before.get(path), now.get(path)];
      if (old === fresh) return [];
      return [{ path, change: old === undefined ? 'new' : fresh === undefined ? 'gone' : 'changed' }];
    })
    .sort((a, b) => Number(is_script(b.path)) - Number(is_script(a.path)));
}
