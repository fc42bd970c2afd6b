/**
 * What it costs an app that its requests go through the page: the same small answer by the page's own `fetch`, by
 * `fetch` in the app's worker, and by Python. `node bench/broker.ts` prints it; `npm run bench` has it, too.
 */
import type { Browser, Page } from 'playwright';
import { start_host } from '../e2e/fixtures/hosts.ts';
import { serve_site } from '../e2e/fixtures/site_server.ts';
import { launch, new_context } from './measure.ts';
import { type Summary, summary } from './stats.ts';

/** Milliseconds. */
export interface BrokerResults {
  /** The page's own `fetch`, with what the broker asks the browser for. */
  readonly plain: Summary;
  /** `fetch` in the app's worker. */
  readonly worker: Summary;
  /** `tablit.http.transport.send`, which all of Python's libraries end in. */
  readonly transport: Summary;
  readonly urllib: Summary;
}

/** What a request of the worker may take longer than one of the page, at the median. */
export const broker_aim = 3;

const warm = 20;

const app = (url: string, rounds: number) => `
import json, time, urllib.request
import js, streamlit as st
from pyodide.ffi import run_sync, to_js
from tablit.http import transport

def urllib_get():
    with urllib.request.urlopen("${url}") as answer:
        answer.read()

def transport_get():
    b"".join(transport.send("GET", "${url}", [], None, None))

def timed(get):
    samples = []
    for _ in range(${rounds + warm}):
        start = time.perf_counter()
        get()
        samples.append((time.perf_counter() - start) * 1000)
    return samples[${warm}:]

# The worker's own fetch, without Python in between.
code = """self.timed = (async () => {
  const samples = [];
  for (let round = 0; round < ${rounds + warm}; round++) {
    const start = performance.now();
    await (await fetch('${url}')).arrayBuffer();
    samples.push(performance.now() - start);
  }
  return JSON.stringify(samples.slice(${warm}));
})()"""

if st.button("Measure"):
    urllib_get()
    js.WorkerGlobalScope.prototype.importScripts.call(js.self, js.URL.createObjectURL(js.Blob.new(to_js([code]))))
    worker = json.loads(run_sync(js.self.timed))
    st.text(json.dumps({"worker": worker, "transport": timed(transport_get), "urllib": timed(urllib_get)}))
`;

/** Runs in a page of its own; takes some seconds. */
export async function measure_broker(browser: Browser, rounds = 200): Promise<BrokerResults> {
  const [site, host] = await Promise.all([serve_site(), start_host()]);
  const context = await new_context(browser);
  try {
    const page = await context.newPage();
    const url = `${host.origin}/json`;
    await page.goto(await site.add({ 'app.py': app(url, rounds) }));
    await page.getByRole('button', { name: 'Measure' }).click();
    const allow = page.getByRole('button', { name: 'Allow for this app' });
    await allow.waitFor();
    await page.waitForTimeout(1_000);
    // Before and after, as the machine may be busier at one time than at another.
    const before = await plain_fetches(page, url, rounds);
    await allow.click();
    const text = await page.getByTestId('stText').textContent({ timeout: 120_000 });
    const { worker, transport, urllib } = JSON.parse(text ?? '') as Record<string, number[]>;
    const plain = [...before, ...(await plain_fetches(page, url, rounds))];
    const of = (samples: readonly number[] = []) => summary([...samples]);
    return { plain: of(plain), worker: of(worker), transport: of(transport), urllib: of(urllib) };
  } finally {
    await context.close();
    await Promise.all([site.close(), host.close()]);
  }
}

function plain_fetches(page: Page, url: string, rounds: number): Promise<number[]> {
  return page.evaluate(
    async ({ url, count, warm }) => {
      const samples: number[] = [];
      for (let round = 0; round < count; round++) {
        const start = performance.now();
        await (await fetch(url, { credentials: 'omit', cache: 'no-store' })).arrayBuffer();
        samples.push(performance.now() - start);
      }
      return samples.slice(warm);
    },
    { url, count: rounds + warm, warm },
  );
}

/** One line for each way, with what it adds. */
export function broker_report({ plain, ...others }: BrokerResults): string {
  const line = (name: string, { median, p95 }: Summary) =>
    `${name.padEnd(34)} ${median.toFixed(2).padStart(6)} ms (p95 ${p95.toFixed(2)})`;
  const names = {
    worker: 'fetch in the app’s worker',
    transport: 'Python’s transport',
    urllib: 'urllib.request',
  };
  const rows = Object.entries(others).map(([key, result]) => {
    const added = result.median - plain.median;
    return `${line(names[key as keyof typeof names], result)}  +${added.toFixed(2)} ms`;
  });
  return [line('the page’s own fetch', plain), ...rows].join('\n');
}

if (import.meta.main) {
  const browser = await launch();
  try {
    const results = await measure_broker(browser);
    console.log(broker_report(results));
    if (results.worker.median - results.plain.median > broker_aim) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
