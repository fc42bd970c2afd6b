/** What an author should hear before an app leaves the machine: what goes along, and what had better not. */
import { find_suspects, type Project } from '../share/index.ts';
import type { App } from './app.ts';
import { listed } from './stays.ts';

/** Beyond that the rest is counted. */
const MOST_NAMED = 20;

/** Which files of its folder a script that was named by itself takes along: none that its author does not know of. */
export function brought_lines({ kind, name }: Pick<App, 'kind' | 'name'>, project: Project): string[] {
  const others = [...project.files.keys()].filter((path) => path !== project.entrypoint).sort();
  if (kind === 'folder' || others.length === 0) return [];
  return [`With ${name}: ${listed(others, MOST_NAMED)}`];
}

/** A line for each text that looks like a key; never the key itself. */
export function suspect_lines(project: Project): string[] {
  return find_suspects(project).map(
    ({ path, line, what, shown }) => `This looks like ${what}: ${path}, line ${line}: ${shown}`,
  );
}
