/** What a command is, and what several of them share. */
import type { App, ReadApp } from './app.ts';
import { CliError } from './errors.ts';
import { lines_of_stays } from './stays.ts';
import { brought_lines, suspect_lines } from './warnings.ts';

export interface Values {
  readonly port?: string;
  readonly open?: boolean;
  readonly out?: string;
  readonly engine?: string;
  readonly entry?: string;
  readonly host?: string;
  readonly yes?: boolean;
  readonly prerender?: boolean;
  readonly 'keep-state'?: boolean;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: readonly (keyof Values)[];
  /** `path` is empty for a command that takes none. Resolves when the command is done; a server's never does. */
  readonly run: (path: string, values: Values) => Promise<void>;
}

/** What a command has to say goes to standard output; what it warns of, to standard error. */
export const say = (text: string): void => console.log(text);

/** What goes with a script, and whatever of the app should not leave the machine, or does not, is said. */
export function warn_of(app: App, { project, stays }: ReadApp): { readonly suspects: number } {
  const suspects = suspect_lines(project);
  const lines = [...brought_lines(app, project), ...lines_of_stays(stays), ...suspects];
  for (const line of lines) console.error(line);
  return { suspects: suspects.length };
}

/** Throws `usage` when `--out` was left out. */
export function out_of({ out = '' }: Values, what: 'DIR' | 'FILE'): string {
  if (out === '') throw new CliError('usage', `Say where to write with --out ${what}.`);
  return out;
}

/** Undefined when none was asked for. Throws `usage`. */
export function port_of({ port }: Values): number | undefined {
  if (port === undefined) return undefined;
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new CliError('usage', `${port} is no port.`, 'A port is a number from 0 to 65535.');
}
