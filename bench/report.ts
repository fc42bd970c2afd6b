/** The measurements as the page `docs/performance.md`. */
import { cpus, totalmem, type } from 'node:os';
import type { Summary } from './stats.ts';

export interface Results {
  readonly name: string;
  readonly cold: Summary;
  /** Of a second visit: content is there; the script has run. */
  readonly painted: Summary;
  readonly live: Summary;
  readonly interactions: Readonly<Record<string, Summary>>;
  /** Microseconds of one call of an element. */
  readonly call: Summary;
  readonly bytes: number;
  /** MB. */
  readonly memory: { readonly page: number; readonly heap: number };
}

/** What the project wants to reach on two quiet cores: milliseconds, MB for bytes and memory. */
const aims: Readonly<Record<string, number>> = {
  'cold visit': 900,
  'second visit, painted': 150,
  'second visit, live': 500,
  click: 16,
  key: 16,
  'click with 1,000 elements': 60,
  'click with 200 widgets': 30,
  'one call of an element': 60,
  'bytes of a first visit': 10.5,
  'page memory': 200,
};

interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'µs' | 'MB';
  readonly of: (results: Results) => { readonly median: number; readonly p95?: number };
}

function rows(results: readonly Results[]): readonly Row[] {
  const gestures = Object.keys(results[0]?.interactions ?? {});
  return [
    { name: 'cold visit', unit: 'ms', of: ({ cold }) => cold },
    { name: 'second visit, painted', unit: 'ms', of: ({ painted }) => painted },
    { name: 'second visit, live', unit: 'ms', of: ({ live }) => live },
    ...gestures.map(
      (name): Row => ({
        name,
        unit: 'ms',
        of: ({ interactions }) => interactions[name] ?? { median: Number.NaN },
      }),
    ),
    { name: 'one call of an element', unit: 'µs', of: ({ call }) => call },
    { name: 'bytes of a first visit', unit: 'MB', of: ({ bytes }) => ({ median: bytes / 1e6 }) },
    { name: 'page memory', unit: 'MB', of: ({ memory }) => ({ median: memory.page }) },
    { name: 'JavaScript heap of the page', unit: 'MB', of: ({ memory }) => ({ median: memory.heap }) },
  ];
}

export function report(
  results: readonly Results[],
  run: { readonly version: string; readonly visits: number; readonly rounds: number },
  starts: string,
  guards: string,
): string {
  const [ours, ...others] = results;
  if (!ours) throw new Error('Nothing was measured.');
  const head = ['', ours.name, ...others.map(({ name }) => name), ...others.map(() => 'ratio'), 'aim'];
  const body = rows(results).map(({ name, unit, of }) => {
    const mine = of(ours).median;
    const theirs = others.map((other) => of(other).median);
    const aim = aims[name];
    return [
      name,
      cell(of(ours), unit),
      ...others.map((other) => cell(of(other), unit)),
      ...theirs.map((other) => `${(other / mine).toFixed(1)} ×`),
      aim === undefined ? '' : `≤ ${aim} ${unit}${mine <= aim ? '' : ' (missed)'}`,
    ];
  });
  const table = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Chromium ${run.version}. Medians, with the 95th percentile in brackets; ${run.visits} visits, ${run.rounds} rounds of each gesture. Times are taken inside the page, to the frame after the change is in the DOM.

${table}

Starts without a host, from a site that the browser has stored and from one HTML file on the disk:

|  | Tablit | aim |
| --- | --- | --- |
${starts}

What protection costs the reader:

|  | Tablit | aim |
| --- | --- | --- |
${guards}
`;
}

function cell({ median, p95 }: { readonly median: number; readonly p95?: number }, unit: string): string {
  const digits = median < 100 ? 1 : 0;
  const tail = p95 === undefined ? '' : ` (${p95.toFixed(digits)})`;
  return `${median.toFixed(digits)} ${unit}${tail}`;
}
