/** The app that the page around wants shown, as one that can be opened. */

import {
  type Bytes,
  check_path,
  check_project,
  DEFAULT_LIMITS,
  guess_entrypoint,
  type Project,
  ShareError,
  secret_file,
} from '../../share/index.ts';
import type { EmbedApp, EmbedFile } from '../../wire/embed.ts';
import { type AppSource, blobs } from '../app_source.ts';
import { read_project } from '../opening/read_project.ts';

/**
 * `own`: the app of this site, if it has one. Throws a `ShareError` or a `NotOpened`, as for any app that is brought,
 * and an `Error` where there is no own one.
 */
export async function wanted_app(
  app: EmbedApp,
  changes: readonly EmbedFile[],
  own: AppSource | undefined,
): Promise<AppSource> {
  if (app.kind === 'site') return with_changes(own, changes);
  const project = with_written(
    app.kind === 'packed'
      ? with_entrypoint((await read_project(app.name, new Uint8Array(app.data))).project, app.entrypoint)
      : project_of(app.files, app.entrypoint),
    changes,
  );
  check_project(project, DEFAULT_LIMITS);
  const { entrypoint, files } = project;
  return {
    name: entrypoint.split('/').at(-1) ?? entrypoint,
    // Nothing is kept for it; to hash its content the page would have to be a secure context.
    identity: 'guest',
    own: false,
    load: async () => ({ entrypoint, files: blobs(files) }),
  };
}

function with_changes(own: AppSource | undefined, changes: readonly EmbedFile[]): AppSource {
  if (!own) throw new Error('This site has no app of its own: say which one to show, with src or files.');
  for (const { path } of changes) check_written(path);
  const written = Object.fromEntries(changes.map(({ path, data }) => [path, new Blob([data])]));
  return {
    ...own,
    async load() {
      const { entrypoint, files } = await own.load();
      return { entrypoint, files: { ...files, ...written } };
    },
  };
}

function project_of(files: readonly EmbedFile[], entrypoint: string | undefined): Project {
  const start = entrypoint ?? guess_entrypoint(files.map(({ path }) => path));
  if (start === undefined) throw new ShareError('no_entry');
  return { entrypoint: start, files: by_path(files) };
}

function with_entrypoint(project: Project, entrypoint: string | undefined): Project {
  return entrypoint === undefined ? project : { ...project, entrypoint };
}

function with_written({ entrypoint, files }: Project, changes: readonly EmbedFile[]): Project {
  return { entrypoint, files: new Map([...files, ...by_path(changes)]) };
}

function by_path(files: readonly EmbedFile[]): Map<string, Bytes> {
  return new Map(files.map(({ path, data }) => [path, new Uint8Array(data)]));
}

/** What a file that the page around writes may be called. Throws a `ShareError`. */
export function check_written(path: string): void {
  check_path(path, DEFAULT_LIMITS);
  const what = secret_file(path);
  if (what !== undefined) throw new ShareError('secret_file', { path, detail: what });
}
