/** What an author should hear before an app leaves the machine: what stays behind, and what had better. */
import { find_suspects, type LeftOut, type LeftOutReason, type Project } from '../share/index.ts';
import type { App } from './app.ts';

const why: Readonly<Record<LeftOutReason, string | undefined>> = {
  secret: 'Secrets never travel with an app; its reader enters them in the page (menu, Secrets).',
  symlink: 'It is a symbolic link: put the file itself into the folder.',
  // Nobody expects these to travel.
  tooling: undefined,
};

/** Beyond that the rest is counted. */
const MOST_NAMED = 20;

/** Which files of its folder a script that was named by itself takes along: none that its author does not know of. */
export function brought_lines({ kind, name }: Pick<App, 'kind' | 'name'>, project: Project): string[] {
  const others = [...project.files.keys()].filter((path) => path !== project.entrypoint).sort();
  if (kind === 'folder' || others.length === 0) return [];
  const more = others.length - MOST_NAMED;
  const rest = more > 0 ? ` and ${more} more` : '';
  return [`With ${name}: ${others.slice(0, MOST_NAMED).join(', ')}${rest}`];
}

/** A line for each. */
export function left_out_lines(left_out: readonly LeftOut[]): string[] {
  return left_out.flatMap(({ path, reason }) =>
    why[reason] === undefined ? [] : [`Left out: ${path}. ${why[reason]}`],
  );
}

/** A line for each text that looks like a key; never the key itself. */
export function suspect_lines(project: Project): string[] {
  return find_suspects(project).map(
    ({ path, line, what, shown }) => `This looks like ${what}: ${path}, line ${line}: ${shown}`,
  );
}
