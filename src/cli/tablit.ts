#!/usr/bin/env node
/** The `tablit` command: finds the row of `commands`, checks the options, and turns errors into words and exit codes. */
import { parseArgs } from 'node:util';
import { version } from '../../package.json' with { type: 'json' };
import type { Command, Values } from './command.ts';
import { commands } from './commands.ts';
import { CliError, exit_codes } from './errors.ts';

const options = {
  port: { type: 'string' },
  open: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  engine: { type: 'string' },
  entry: { type: 'string' },
  host: { type: 'string' },
  prerender: { type: 'boolean' },
  'keep-state': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export function help(command?: Command): string {
  if (command) return `${command.summary}\n\n  ${command.usage}`;
  const rows = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `Tablit runs Streamlit apps in a browser tab, with no server.\n\n${rows.join('\n')}\n\n  tablit --version`;
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [name, path = '', ...more] = positionals;
  const command = commands.find((row) => row.name === name);
  if (values.version) return console.log(version);
  if (values.help || name === undefined) return console.log(help(command));
  if (!command) throw new CliError('usage', `There is no command ${name}.`, help());
  const wrong = Object.keys(values).find(
    (option) => !(command.options as readonly string[]).includes(option),
  );
  if (wrong !== undefined) throw new CliError('usage', `${name} takes no --${wrong}.`, command.usage);
  if (more.length > 0) throw new CliError('usage', `${name} takes one path.`, command.usage);
  if (path !== '' && !command.usage.includes('PATH')) {
    throw new CliError('usage', `${name} takes no path.`, command.usage);
  }
  if (path === '' && command.usage.includes(' PATH')) {
    throw new CliError('usage', `Say what to ${name}.`, command.usage);
  }
  return command.run(path, values);
}

function parse(args: readonly string[]): {
  values: Values & { help?: boolean; version?: boolean };
  positionals: string[];
} {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CliError('usage', (error as Error).message, help());
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  if (error.hint !== '') console.error(error.hint);
  process.exit(exit_codes[error.code]);
});
