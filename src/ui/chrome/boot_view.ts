/** The start of an app as a reader sees it: named steps with what they took and what they moved. */

export interface BootStepView {
  /** For a reader: `Python`, `numpy 2.3.1`. */
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
