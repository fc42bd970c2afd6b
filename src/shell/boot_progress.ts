/** How far a start is, for the reader: what has been fetched, then the steps of the worker. */
import type { BootStepView, BootView } from '../ui/chrome/boot_view.ts';
import type { BootStep } from '../ui/store/page.ts';
import type { Progress } from './files.ts';

export type Downloads = ReadonlyMap<string, Progress>;

export function with_progress(downloads: Downloads, progress: Progress): Downloads {
  return new Map(downloads).set(progress.name, progress);
}

/** The engine's many files are one step; a package is a step of its own. */
export function boot_view(
  downloads: Downloads,
  packages: ReadonlySet<string>,
  steps: readonly BootStep[],
): BootView {
  const all = [...downloads.values()];
  const engine = all.filter(({ name }) => !packages.has(name));
  const wheels = all.filter(({ name }) => packages.has(name));
  return {
    steps: [
      download_step('Fetch Python', engine),
      ...wheels.map((wheel) => download_step(`Fetch ${wheel.name}`, [wheel])),
      ...steps.map(worker_step),
    ],
  };
}

function download_step(name: string, files: readonly Progress[]): BootStepView {
  const loaded = sum(files.map((file) => file.loaded));
  const total = sum(files.map((file) => file.total));
  const done = files.length > 0 && files.every((file) => file.loaded >= file.total);
  return { name, state: done ? 'done' : 'running', loaded, total };
}

function worker_step({ step, ms }: BootStep): BootStepView {
  return ms === undefined ? { name: step, state: 'running' } : { name: step, state: 'done', ms };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
