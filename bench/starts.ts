/**
 * Starts that need no host: a visit that the service worker answers, and one HTML file from the disk; and how long a link
 * is that holds a whole app. `node bench/starts.ts` prints them; `run.ts` may call `measure_starts`.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build_app } from '../e2e/fixtures/built_app.ts';
import { serve_folder } from '../e2e/fixtures/folder_server.ts';
import { link_of, project_of_files } from '../src/share/index.ts';
import { launch } from './measure.ts';
import { type Summary, summary } from './stats.ts';

export interface Start {
  readonly name: string;
  readonly unit: 'ms' | 'characters';
  /** At most this, at the median, on two quiet cores. */
  readonly aim: number;
  readonly times: Summary;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const host_of_links = 'https://example.github.io/tablit/';

export async function measure_starts(browser: Browser, visits: number): Promise<readonly Start[]> {
  const source = await readFile(join(here, 'apps/slider.py'), 'utf8');
  const app = await build_app(source, 'both');
  const prerendered = await build_app(source, 'site', ['--prerender']);
  const marked = await build_app(MARKED);
  try {
    const stored = await stored_visits(browser, app.folder, visits);
    const stored_marks = await stored_visits(browser, marked.folder, visits, STRONG);
    const one_file = await fresh_visits(browser, pathToFileURL(app.html).href, visits, 'live');
    const shipped = await first_paints(browser, prerendered.folder, visits);
    const ms = (name: string, aim: number, samples: readonly number[]): Start => ({
      name,
      unit: 'ms',
      aim,
      times: summary(samples),
    });
    return [
      ms('stored visit, painted', 150, stored.painted),
      ms('stored visit of a page with Markdown, painted', 150, stored_marks.painted),
      ms('stored visit, live', 500, stored.live),
      ms('first visit of a build with --prerender, painted', 300, shipped),
      ms('one file, first result', 1_200, one_file),
      {
        name: `link of an example of at most ${SHORT} lines`,
        unit: 'characters',
        aim: 700,
        times: summary(await link_lengths()),
      },
    ];
  } finally {
    for (const { folder } of [app, prerendered, marked]) await rm(dirname(folder), { recursive: true });
  }
}

const TEXT = '[data-testid="stText"]';
/** There when Markdown has been read, and not before. */
const STRONG = '[data-testid="stMarkdown"] strong';
const MARKED =
  'import streamlit as st\nst.title("A title")\nst.markdown("Some **words** and a [link](#there).")\n';

/** Visits after the first, the host gone: all comes out of the browser. `content`: what shows that the page is there. */
async function stored_visits(browser: Browser, folder: string, visits: number, content = TEXT) {
  const host = await serve_folder(folder);
  const context = await browser.newContext();
  await context.addInitScript(watcher, content);
  const first = await context.newPage();
  await first.goto(host.url);
  await first.getByTestId('stOfflineNotice').getByText('Available offline').waitFor();
  await host.close();
  const painted: number[] = [];
  const live: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    await first.waitForTimeout(500);
    const page = await context.newPage();
    await page.goto(host.url);
    painted.push(await until(page, 'painted'));
    live.push(await until(page, 'live'));
    await page.close();
  }
  await context.close();
  return { painted, live };
}

async function first_paints(browser: Browser, folder: string, visits: number): Promise<number[]> {
  const host = await serve_folder(folder);
  try {
    return await fresh_visits(browser, host.url, visits, 'painted');
  } finally {
    await host.close();
  }
}

/** Each in a profile of its own, so that nothing is known of an earlier visit. */
async function fresh_visits(
  browser: Browser,
  url: string,
  visits: number,
  moment: Moment,
): Promise<number[]> {
  const samples: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext();
    await context.addInitScript(watcher, TEXT);
    const page = await context.newPage();
    await page.goto(url);
    samples.push(await until(page, moment));
    await context.close();
  }
  return samples;
}

type Moment = 'painted' | 'live';

/** Milliseconds since the navigation began, in the frame after the app's text was there, or its script had run. */
function until(page: Page, moment: Moment): Promise<number> {
  return page.evaluate(
    (name) => (globalThis as unknown as { starts: Record<Moment, Promise<number>> }).starts[name],
    moment,
  );
}

/** Runs before the page's own scripts. It asks for one element: a page that is one file has megabytes of text. */
function watcher(content: string): void {
  const when = (selector: string) =>
    new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now()));
      });
      observer.observe(document, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['data-test-script-state'],
      });
    });
  const rest = '[data-test-script-state="notRunning"]';
  Object.assign(globalThis, { starts: { painted: when(content), live: when(`${rest} ${content}`) } });
}

/** The aim is for a script of about twenty lines. */
const SHORT = 24;

/** Of every example that is so short. */
async function link_lengths(): Promise<number[]> {
  const folder = join(here, '../examples');
  const lengths: number[] = [];
  for (const slug of await readdir(folder)) {
    const entries = await readdir(join(folder, slug), { recursive: true, withFileTypes: true });
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const entry of entries.filter((found) => found.isFile())) {
      const place = join(entry.parentPath, entry.name);
      files.set(place.slice(join(folder, slug).length + 1), new Uint8Array(await readFile(place)));
    }
    const { project } = project_of_files(files);
    const script = new TextDecoder().decode(project.files.get(project.entrypoint));
    if (script.trim().split('\n').length > SHORT) continue;
    lengths.push((await link_of(project, host_of_links)).length);
  }
  return lengths;
}

/** One line of a table for each: name, median, 95th percentile, aim. */
export function start_rows(starts: readonly Start[]): string {
  return starts
    .map(({ name, unit, aim, times: { median, p95 } }) => {
      const missed = median <= aim ? '' : ' (missed)';
      return `| ${name} | ${median.toFixed(0)} ${unit} (${p95.toFixed(0)}) | ≤ ${aim} ${unit}${missed} |`;
    })
    .join('\n');
}

if (import.meta.main) {
  const browser = await launch();
  console.log(start_rows(await measure_starts(browser, Number(process.argv[2] ?? 7))));
  await browser.close();
}
