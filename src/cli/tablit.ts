#!/usr/bin/env node
/** The `tablit` command: finds the row of `commands`, checks the options, and turns errors into words and exit codes. */
import { parseArgs } from 'node:util';
import { version } from '../../package.json' with { type: 'json' };
import type { Values } from './command.ts';
import { commands } from './commands.ts';
import { CliError, exit_codes } from './errors.ts';
import { help, no_such_command, no_such_option } from './help.ts';

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

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [name, path = '', ...more] = positionals;
  const command = commands.find((row) => row.name === name);
  if (values.version) return console.log(version);
  if (values.help || name === undefined) return console.log(help(command));
  if (!command) throw no_such_command(name);
  const wrong = Object.keys(values).find(
    (option) => !(command.options as readonly string[]).includes(option),
  );
  if (wrong !== undefined) throw no_such_option(`--${wrong}`, command);
  if (more.length > 0) throw new CliError('usage', `${name} takes one path.`, command.usage);
  if (path !== '' && !command.usage.includes('PATH')) {
    throw new CliError('usage', `${name} takes no path.`, command.usage);
  }
  if (path === '' && command.usage.includes(' PATH')) {
    throw new CliError('usage', 'Name the app: a Python script, or a folder with one.', command.usage);
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
    const command = commands.find(({ name }) => name === args.find((arg) => !arg.startsWith('-')));
    const { code, message } = error as NodeJS.ErrnoException;
    const [, given] = /'(-[^']*)'/.exec(message) ?? [];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && given) throw no_such_option(given, command);
    throw new CliError('usage', message, help(command));
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  if (error.hint !== '') console.error(error.hint);
  process.exit(exit_codes[error.code]);
});
