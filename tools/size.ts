/**
 * `npm run size`: what a first visit loads, gzip. `--check` fails when the first JavaScript is over its budget: it is
 * what stands between a reader and the first paint.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { site_in, start_files } from '../src/share/site.ts';
import { root } from './run.ts';

const site = join(root, 'dist/site');

/** Kilobytes, gzip. */
const budgets = { 'first JavaScript': 60, 'whole first visit of a Python app': 10_500 } as const;

interface Part {
  readonly name: string;
  readonly kilobytes: number;
}

async function gzip_size(path: string): Promise<number> {
  const bytes = await readFile(path);
  return (
    (path.endsWith('.gz') || path.endsWith('.zip') ? bytes.length : gzipSync(bytes, { level: 9 }).length) /
    1000
  );
}

/** What `index.html` names: its module, what that imports statically, its style sheets. */
async function first_files(): Promise<string[]> {
  const html = await readFile(join(site, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] as string,
  );
}

const files = await first_files();
const scripts = files.filter((file) => file.endsWith('.js'));
const sizes = async (paths: readonly string[]) =>
  (await Promise.all(paths.map((path) => gzip_size(join(site, path))))).reduce((sum, size) => sum + size, 0);
const { engine } = site_in(await readFile(join(site, 'index.html'), 'utf8'));
const worker = (await readdir(join(site, 'assets'))).filter((file) => file.startsWith('worker-'));
const first = await sizes(scripts);
const styles = await sizes(files.filter((file) => file.endsWith('.css')));
const python = await sizes(start_files(engine).map(({ file }) => file));
const program = await sizes(worker.map((file) => `assets/${file}`));

const parts: readonly Part[] = [
  { name: 'first JavaScript', kilobytes: first },
  { name: 'first style sheets', kilobytes: styles },
  { name: 'worker', kilobytes: program },
  { name: 'Python and its memory image', kilobytes: python },
  { name: 'whole first visit of a Python app', kilobytes: first + styles + program + python },
];
let over = false;
for (const { name, kilobytes } of parts) {
  const budget = budgets[name as keyof typeof budgets];
  const verdict = budget === undefined ? '' : kilobytes <= budget ? `of ${budget}` : `OVER its ${budget}`;
  over ||= verdict.startsWith('OVER');
  console.log(`${name.padEnd(36)} ${kilobytes.toFixed(1).padStart(9)} KB  ${verdict}`);
}
if (over && process.argv.includes('--check')) process.exitCode = 1;
