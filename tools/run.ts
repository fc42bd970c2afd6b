/** Runs a list of named commands, says what each is, and stops at the first that fails. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Task {
  /** A sentence that states what holds when it passes. */
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Resolves with the exit code of the first task that fails, else 0. */
export async function run_tasks(tasks: readonly Task[]): Promise<number> {
  for (const task of tasks) {
    const started = performance.now();
    console.log(`\n── ${task.name}`);
    const code = await run_task(task);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code !== 0) {
      console.error(`── failed after ${seconds} s: ${task.name}`);
      return code;
    }
    console.log(`── ${seconds} s`);
  }
  return 0;
}

function run_task({ command, cwd = root, env }: Task): Promise<number> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
