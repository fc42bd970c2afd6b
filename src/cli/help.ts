/** What `--help` says, and what a slip in a command line is answered with. */
import type { Command, Values } from './command.ts';
import { commands } from './commands.ts';
import { CliError } from './errors.ts';

type Option = keyof Values;

/** What an option does, in the words of `docs/cli.md`. */
const options: Readonly<Record<Option, string>> = {
  entry: '--entry FILE   the script of a folder that starts, by its path in the folder',
  port: '--port N       a port from 0 to 65535; 0 takes any that is free. Without it 8501, or the next free one',
  open: '--open         opens the browser',
  engine: '--engine DIR   another Pyodide, from a folder',
  out: '--out, -o PATH where to write. Must be given; what Tablit did not write there is not overwritten',
  prerender: '--prerender    runs the script once, and ships what it shows',
  'keep-state': '--keep-state   the session goes on when its page is loaded anew',
  host: '--host URL     the page that shall open the link. Must be given; any site of `tablit build` does',
  yes: '--yes, -y      makes the link although something in the app looks like a key',
};

export function help(command?: Command): string {
  if (command) {
    const rows = command.options.map((option) => `      ${options[option]}`);
    return [`${command.summary}\n\n  ${command.usage}`, ...rows].join('\n');
  }
  const rows = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  const more = '  tablit COMMAND --help\n  tablit --version';
  return `Tablit runs Streamlit apps in a browser tab, with no server.\n\n${rows.join('\n')}\n\n${more}`;
}

export function no_such_command(name: string): CliError {
  const guess = nearest(
    name,
    commands.map((command) => command.name),
  );
  const hint =
    guess === undefined ? help() : `Did you mean \`tablit ${guess}\`? \`tablit --help\` lists them all.`;
  return new CliError('usage', `There is no command ${name}.`, hint);
}

/** `given`: with its dashes. `command`: what it was given to, if that is known. */
export function no_such_option(given: string, command?: Command): CliError {
  if (!command) return new CliError('usage', `There is no option ${given}.`, help());
  const guess = nearest(
    given,
    command.options.map((option) => `--${option}`),
  );
  const hint = guess === undefined ? help(command) : `Did you mean ${guess}? ${command.usage}`;
  return new CliError('usage', `${command.name} takes no ${given}.`, hint);
}

/** Undefined when none is near. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  const [best] = among
    .map((candidate) => ({ candidate, steps: steps_between(word, candidate) }))
    .sort((a, b) => a.steps - b.steps);
  return best && best.steps <= 2 ? best.candidate : undefined;
}

/** Letters to be put in, taken out, replaced, or exchanged with the next one. */
function steps_between(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : replaced;
      row.push(Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
