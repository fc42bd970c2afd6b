/**
 * `npm run bench`: measures the built page in real Chromium, and native Streamlit beside it when
 * `--streamlit PATH` (or TABLIT_STREAMLIT) names its executable. Writes `docs/performance.md`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { root } from '../tools/run.ts';
import { guard_rows, measure_guards } from './guards.ts';
import {
  bytes_of_visit,
  element_calls,
  gestures,
  heap_of,
  interact,
  launch,
  new_context,
  visit,
} from './measure.ts';
import { page_memory } from './memory.ts';
import { type Results, report } from './report.ts';
import { measure_starts, start_rows } from './starts.ts';
import { summary } from './stats.ts';
import { native_streamlit, type Target, tablit } from './targets.ts';

const { values } = parseArgs({
  options: {
    streamlit: { type: 'string' },
    visits: { type: 'string', default: '7' },
    rounds: { type: 'string', default: '25' },
  },
});
const visits = Number(values.visits);
const rounds = Number(values.rounds);
const executable = values.streamlit ?? process.env['TABLIT_STREAMLIT'];

async function measure(browser: Browser, target: Target): Promise<Results> {
  const cold: number[] = [];
  const painted: number[] = [];
  const live: number[] = [];
  for (let round = 0; round < visits; round++) {
    const context = await new_context(browser);
    const first = await context.newPage();
    cold.push((await visit(first, target, 'slider')).live);
    await first.waitForTimeout(500);
    await first.close();
    const again = await context.newPage();
    const second = await visit(again, target, 'slider');
    painted.push(second.painted);
    live.push(second.live);
    await context.close();
    console.log(
      `${target.name}: visit ${cold.at(-1)?.toFixed(0)} ms, again ${second.painted.toFixed(0)}, live ${second.live.toFixed(0)} ms`,
    );
  }
  const context = await new_context(browser);
  const bytes = await bytes_of_visit(context, target, 'slider');
  const interactions: Record<string, ReturnType<typeof summary>> = {};
  for (const [name, gesture] of Object.entries(gestures)) {
    const page = await context.newPage();
    await visit(page, target, gesture.app);
    await page.waitForTimeout(500);
    const samples = await interact(page, gesture, rounds);
    interactions[name] = summary(samples.slice(3)); // the first few warm the compilers up, on both sides
    console.log(`${target.name}: ${name} ${interactions[name]?.median.toFixed(1)} ms`);
    await page.close();
  }
  const calls = await context.newPage();
  await visit(calls, target, 'element_calls');
  const call = summary(await element_calls(calls, rounds));
  await context.close();
  const alone = await launch();
  const page = await (await new_context(alone)).newPage();
  await visit(page, target, 'slider');
  await page.waitForTimeout(1_000);
  const heap = await heap_of(page);
  await alone.close();
  const memory = { heap, page: await page_memory(target.url('slider')) };
  return {
    name: target.name,
    cold: summary(cold),
    painted: summary(painted),
    live: summary(live),
    interactions,
    call,
    bytes,
    memory,
  };
}

const targets = [await tablit(), ...(executable ? [await native_streamlit(executable)] : [])];
const browser = await launch();
try {
  const results: Results[] = [];
  for (const target of targets) results.push(await measure(browser, target));
  const starts = start_rows(await measure_starts(browser, visits));
  const guards = guard_rows(await measure_guards(browser));
  const text = report(results, { version: browser.version(), visits, rounds }, starts, guards);
  console.log(text);
  await writeFile(join(root, 'docs/performance.md'), text);
} finally {
  await browser.close();
  for (const target of targets) await target.close();
}
