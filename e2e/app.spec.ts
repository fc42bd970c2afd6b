/** A script lives in a tab: the first app of the source documents, and the faults an app can have. */
import { expect, finished, test } from './fixtures/test.ts';

const seed = `
import streamlit as st
number = st.slider("Pick a number: ", min_value=1, max_value=10)
st.text("Your number is " + str(number))
`;

test('the first app of the source documents follows the keys', async ({ page, open, complaints }) => {
  await open(seed);
  await expect(page.getByTestId('stText')).toHaveText('Your number is 1');
  const thumb = page.getByRole('slider', { name: 'Pick a number:' });
  await thumb.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stText')).toHaveText('Your number is 2');
  await page.keyboard.press('End');
  await expect(page.getByTestId('stText')).toHaveText('Your number is 10');
  expect(complaints).toEqual([]);
});

test('the text changes when the thumb is let go', async ({ page, open }) => {
  await open(seed);
  const thumb = page.getByRole('slider', { name: 'Pick a number:' });
  const track = await page.getByTestId('stSlider').boundingBox();
  const box = await thumb.boundingBox();
  if (!track || !box) throw new Error('The slider has no box.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width - 8, box.y + box.height / 2, { steps: 5 });
  await expect(page.getByTestId('stText')).toHaveText('Your number is 1');
  await page.mouse.up();
  await expect(page.getByTestId('stText')).toHaveText('Your number is 10');
});

test('the engine starts from its memory image', async ({ page, open, complaints }) => {
  await open('import streamlit as st\nst.text("up")');
  await expect(page.getByTestId('stText')).toHaveText('up');
  expect(complaints.filter((text) => text.includes('memory image'))).toEqual([]);
});

test('an app’s own colours are there when its first element is, at a first visit and at the next', async ({
  page,
  site,
}) => {
  const url = await site.add({
    'app.py': 'import streamlit as st\nst.text("up")',
    '.streamlit/config.toml': '[theme]\nbackgroundColor = "#0a1e32"\n',
  });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-testid="stText"]')) return;
      observer.disconnect();
      document.documentElement.dataset['first'] = getComputedStyle(document.body).backgroundColor;
    }).observe(document, { childList: true, subtree: true });
  });
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(url);
    await expect(page.getByTestId('stText')).toHaveText('up');
    await finished(page);
    await expect(page.locator('html')).toHaveAttribute('data-first', 'rgb(10, 30, 50)');
  }
});

test('a corrupt memory image costs one console line and an ordinary boot', async ({
  page,
  open,
  site,
  complaints,
}) => {
  site.override = (path) => (path.includes('.image') ? { body: new Uint8Array(5_000_000) } : undefined);
  await open('import streamlit as st\nst.text("up")');
  site.override = () => undefined;
  await expect(page.getByTestId('stText')).toHaveText('up');
  expect(complaints.filter((text) => text.includes('memory image'))).toHaveLength(1);
});

test('a syntax error shows its line and leaves the old elements', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("a"\n');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('SyntaxError');
  await expect(dialog).toContainText('line 2');
});

test('an exception is a card, and the app goes on at the next event', async ({ page, open }) => {
  await open(`
import streamlit as st
if not st.checkbox("Fine"):
    1 / 0
st.text("after")
`);
  await expect(page.getByTestId('stException')).toContainText('ZeroDivisionError');
  await expect(page.getByTestId('stException')).toContainText('1 / 0');
  await page.getByText('Fine').click();
  await expect(page.getByTestId('stText')).toHaveText('after');
  await expect(page.getByTestId('stException')).toHaveCount(0);
});

test('a module that is not there is named, with how to add it', async ({ page, open }) => {
  await open('import nowhere_to_be_found');
  await expect(page.getByTestId('stException')).toContainText('nowhere_to_be_found');
  await expect(page.getByTestId('stException')).toContainText('requirements.txt');
});

test('promise: A run that does not end can be stopped: the page is live again, with the state of the last run', async ({
  page,
  open,
}) => {
  await open(`
import streamlit as st
st.session_state.setdefault("count", 0)
if st.button("Add"): st.session_state.count += 1
st.text(f"count {st.session_state.count}")
if st.button("Hang"):
    while True: pass
`);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByTestId('stText')).toHaveText('count 1');
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Hang' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await finished(page);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByTestId('stText')).toHaveText('count 2');
});

test('Stop ends a sleeping script where it is', async ({ page, open }) => {
  await open(`
import time
import streamlit as st
if st.button("Sleep"):
    st.text("sleeping")
    time.sleep(60)
    st.text("awake")
`);
  await page.getByRole('button', { name: 'Sleep' }).click();
  await expect(page.getByTestId('stText')).toHaveText('sleeping');
  await page.getByRole('button', { name: 'Stop' }).click();
  await finished(page);
  await expect(page.getByText('awake')).toHaveCount(0);
});

test('a newer event ends a run at its next yield point', async ({ page, open }) => {
  await open(`
import time
import streamlit as st
n = st.slider("N", 0, 10)
st.text(f"begin {n}")
time.sleep(1 if n == 1 else 0)
st.text(f"end {n}")
`);
  const thumb = page.getByRole('slider', { name: 'N' });
  await thumb.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('begin 1')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('end 2')).toBeVisible();
  await expect(page.getByText('end 1')).toHaveCount(0);
});

test('what was written before a long calculation is on the page during it', async ({ page, open }) => {
  await open(`
import time
import streamlit as st
if st.button("Work"):
    st.text("working")
    end = time.perf_counter() + 2
    while time.perf_counter() < end: pass
    st.text("done")
`);
  await page.getByRole('button', { name: 'Work' }).click();
  await expect(page.getByText('working')).toBeVisible({ timeout: 1_000 });
  await expect(page.getByText('done')).toBeVisible();
});

test('200,000 elements leave the page responsive, and Stop works', async ({ page, open }) => {
  test.slow();
  await open(`
import streamlit as st
if st.button("Flood"):
    for index in range(200_000): st.text(index)
`);
  await page.getByRole('button', { name: 'Flood' }).click();
  await expect(page.getByTestId('stText').first()).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click({ timeout: 15_000 });
  await finished(page);
});

test('memory that is used up is a card, not a dead tab', async ({ page, open }) => {
  test.slow();
  await open(`
import streamlit as st
if st.button("Eat"):
    held = []
    while True: held.append(bytearray(64 * 1024 * 1024))
st.text("alive")
`);
  await page.getByRole('button', { name: 'Eat' }).click();
  await expect(page.getByTestId('stException')).toContainText('MemoryError', { timeout: 40_000 });
  await page.locator('body').press('r');
  await expect(page.getByTestId('stText')).toHaveText('alive');
  await expect(page.getByTestId('stException')).toHaveCount(0);
});

test('an engine file that is missing is named, with a way to try again', async ({ page, site }) => {
  site.override = (path) =>
    path.includes('pyodide.asm') ? { status: 404, body: new Uint8Array() } : undefined;
  await page.goto(await site.add({ 'app.py': 'import streamlit as st\nst.text("up")' }));
  await expect(page.getByText(/pyodide\.asm\.(wasm|mjs)/).first()).toBeVisible();
  site.override = () => undefined;
  await page.getByRole('button', { name: /retry|try again/i }).click();
  await expect(page.getByTestId('stText')).toHaveText('up', { timeout: 20_000 });
});

test('an engine file that is cut short is named', async ({ page, site }) => {
  site.override = (path) => (path.includes('.wasm') ? { body: new Uint8Array(1000) } : undefined);
  await page.goto(await site.add({ 'app.py': 'import streamlit as st' }));
  await expect(page.getByText(/pyodide\.asm\.wasm/).first()).toBeVisible();
  site.override = () => undefined;
});

test('a browser that is too old is told what it lacks, before anything is loaded', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript('delete globalThis.DecompressionStream; delete globalThis.BigInt64Array');
  await page.goto(await site.add({ 'app.py': 'import streamlit as st\nst.text("up")' }));
  await expect(page.getByRole('alert')).toContainText('decompression streams');
  await expect(page.getByRole('alert')).toContainText('64-bit integers');
  await expect(page.getByTestId('stText')).toHaveCount(0);
});

test('a script that rewrites names of streamlit and of its own harms nobody but itself', async ({
  page,
  open,
}) => {
  await open(`
import streamlit as st
st.button("Again")
st.text = st.session_state = None
print = str = __name__ = None
try:
    st.text("gone")
except TypeError:
    st.markdown("caught")
import builtins
builtins.len = lambda _: 1 / 0
globals().clear()
`);
  await expect(page.getByTestId('stMarkdown')).toHaveText('caught');
  await page.getByRole('button', { name: 'Again' }).click();
  await finished(page);
  await expect(page.getByTestId('stMarkdown')).toHaveText('caught');
  await page.getByTestId('stMainMenu').getByRole('button').click();
  await expect(page.getByRole('menuitem', { name: /rerun/i })).toBeVisible();
});

test('a change of a widget that is gone by then changes nothing', async ({ page, open, complaints }) => {
  await open(`
import streamlit as st
if st.checkbox("Show", True):
    st.text(f"{st.slider('N', 0, 10)} of ten")
else:
    st.text("nothing to set")
`);
  await expect(page.getByRole('slider', { name: 'N' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Show' })).toBeAttached();
  // In one task of the page: the slider's key comes while its end is on its way.
  await page.evaluate(() => {
    const slider = document.querySelector<HTMLElement>('[role="slider"]');
    const show = document.querySelector<HTMLElement>('[data-testid="stCheckbox"] input');
    slider?.focus();
    show?.click();
    for (const type of ['keydown', 'keyup'])
      slider?.dispatchEvent(new KeyboardEvent(type, { key: 'End', code: 'End', keyCode: 35, bubbles: true }));
  });
  // The run shows it before it takes away what it does not make.
  await expect(page.getByText('nothing to set')).toBeVisible();
  await expect(page.getByTestId('stText')).toHaveCount(1);
  await page.getByText('Show').click();
  await expect(page.getByTestId('stText')).toContainText('of ten');
  expect(complaints).toEqual([]);
});

test('500 events in a second end in the last one', async ({ page, open, complaints }) => {
  await open(`
import streamlit as st
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(f"{st.slider('N', 0, 500)} in {st.session_state.runs} runs")
`);
  await page.getByRole('slider', { name: 'N' }).focus();
  await page.evaluate(async () => {
    const slider = document.activeElement;
    for (let event = 0; event < 500; event++) {
      for (const type of ['keydown', 'keyup'])
        slider?.dispatchEvent(
          new KeyboardEvent(type, { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true }),
        );
      // As between two real events: what the first one changed is drawn before the next one comes.
      await new Promise((resolve) =>
        event % 10 === 0 ? setTimeout(resolve) : queueMicrotask(() => resolve(0)),
      );
    }
  });
  await expect(page.getByTestId('stText')).toHaveText(/^500 in \d+ runs$/);
  await page.getByRole('slider', { name: 'N' }).press('Home');
  await expect(page.getByTestId('stText')).toHaveText(/^0 in \d+ runs$/);
  expect(complaints).toEqual([]);
});
