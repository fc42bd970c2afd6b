/** `npm run check`: what must hold before a commit, in about a minute; CI runs exactly this, then the browsers. */
import { package_folder, python_env } from './python_env.ts';
import { run_tasks, type Task } from './run.ts';

export function checks(): readonly Task[] {
  const python = python_env();
  const py = (name: string, ...args: string[]): Task => ({
    name,
    command: [python, '-m', ...args],
    cwd: package_folder,
  });
  return [
    { name: 'Everything is formatted and linted', command: ['biome', 'check', '.'] },
    { name: 'Types hold in every room', command: ['tsc', '-b'] },
    { name: 'Types hold in tools and tests', command: ['tsc', '-p', 'tools/tsconfig.json'] },
    { name: 'Generated Python is up to date', command: ['node', 'tools/gen.ts', '--check'] },
    py('Python is formatted', 'ruff', 'format', '--check', '.'),
    py('Python is linted', 'ruff', 'check', '.'),
    py('Python types hold', 'mypy'),
    py('Commands do what the tables say', 'pytest', '-q'),
    {
      name: 'Nothing bad is known of a package, where the registry can be asked',
      command: ['node', 'tools/audit.ts'],
    },
    { name: 'Unit tests pass', command: ['vitest', 'run'] },
  ];
}

if (import.meta.main) process.exitCode = await run_tasks(checks());
