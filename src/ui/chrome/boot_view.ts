/** The start of an app as a reader sees it: named steps with what they took and what they moved. Pure. */

import { byte_share, byte_size } from '../../wire/byte_size.ts';

export interface BootStepView {
  /** For a reader: `Fetch Python`, `Fetch numpy 2.3.1`. */
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'done';
  /** What it took, once it is done. */
  readonly ms?: number | undefined;
  /** Bytes that arrived, and all there are, where the step moves bytes. */
  readonly loaded?: number | undefined;
  readonly total?: number | undefined;
}

export interface BootView {
  readonly steps: readonly BootStepView[];
}

export interface BootTotal {
  /** From 0 to 1; undefined while nothing is known of any size. */
  readonly share: number | undefined;
  readonly loaded: number;
  readonly total: number;
}

/** How far the bytes are. Steps without bytes are quick, and show themselves in the list. */
export function boot_total({ steps }: BootView): BootTotal {
  const loaded = sum(steps.map((step) => step.loaded ?? 0));
  const total = sum(steps.map((step) => step.total ?? 0));
  return { share: total > 0 ? Math.min(1, loaded / total) : undefined, loaded, total };
}

/** What the step moved and took: `1.2 of 3.4 MB`, `3.4 MB, 120 ms`, or nothing. */
export function step_facts({ state, loaded, total, ms }: BootStepView): string {
  const facts: string[] = [];
  if (total !== undefined && total > 0) {
    facts.push(state === 'done' ? byte_size(total) : byte_share(loaded ?? 0, total));
  }
  if (ms !== undefined) facts.push(time_text(ms));
  return facts.join(' · ');
}

export function time_text(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
