/** Every input in three browsers, by click and by key: what the script gets of it. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, build_app } from '../fixtures/built_app.ts';
import { type Host, serve_folder } from '../fixtures/folder_server.ts';
import { in_each_browser } from './each_browser.ts';

const source = `
import datetime as dt
import streamlit as st
st.text(f"checkbox {st.checkbox('Box', key='box')}")
st.text(f"toggle {st.toggle('Toggle', key='toggle')}")
st.text(f"radio {st.radio('Radio', ['one', 'two', 'three'], key='radio')}")
st.text(f"selectbox {st.selectbox('Select', ['red', 'green', 'blue'], key='select')}")
st.text(f"number {st.number_input('Number', 0, 10, key='number')}")
st.text(f"float {st.number_input('Float', 0.0, 1.0, 0.5, key='float')}")
st.text(f"area {st.text_area('Area', key='area')!r}")
st.text(f"range {st.slider('Range', 0, 10, (2, 8), key='range')}")
st.text(f"day {st.slider('Day', dt.date(2026, 1, 1), dt.date(2026, 12, 31), key='day')}")
with st.expander("More", key="more"):
    st.text("inside")
left, right = st.columns(2)
left.text("left")
right.text("right")
`;

let app: BuiltApp;
let host: Host;

beforeAll(async () => {
  app = await build_app(source);
  host = await serve_folder(app.folder);
}, 60_000);

afterAll(async () => {
  await host.close();
  await rm(dirname(app.folder), { recursive: true });
});

in_each_browser((browser) => {
  const { says } = browser;

  test('the script gets what a reader sets', async () => {
    await browser.driver.open(host.url);
    await says('checkbox False');
    await browser.driver.click('.st-key-box label');
    await says('checkbox True');
    await browser.driver.click('.st-key-toggle label');
    await says('toggle True');
    await browser.driver.click('.st-key-radio label:nth-of-type(2)');
    await says('radio two');
    await browser.driver.press('.st-key-radio input:checked', 'ArrowDown');
    await says('radio three');
    await browser.driver.click('.st-key-select input');
    await browser.driver.press('.st-key-select input', 'ArrowDown');
    await browser.driver.press('.st-key-select input', 'Enter');
    await says('selectbox green');
    await browser.driver.click('.st-key-number [data-testid="stNumberInputStepUp"]');
    await says('number 1');
    await browser.driver.press('.st-key-number input', 'End');
    await browser.driver.press('.st-key-number input', 'Backspace');
    await browser.driver.type('.st-key-number input', '7');
    await browser.driver.press('.st-key-number input', 'Enter');
    await says('number 7');
    await browser.driver.press('.st-key-float input', 'ArrowUp');
    await says('float 0.51');
    await browser.driver.type('.st-key-area textarea', 'two words');
    await browser.driver.press('.st-key-area textarea', 'Tab');
    await says("area 'two words'");
    await browser.driver.press('.st-key-range [role="slider"]', 'ArrowRight');
    await says('range (3, 8)');
    await browser.driver.press('.st-key-day [role="slider"]', 'End');
    await says('day 2026-12-31');
    expect(
      await browser.driver.evaluate(() => document.querySelector('[data-testid="stException"]')),
    ).toBeNull();
  });

  test('an expander opens, and columns stand side by side', async () => {
    await browser.driver.click('.st-key-more summary');
    await says('inside');
    const [left, right] = await browser.driver.evaluate(() =>
      [...document.querySelectorAll('[data-testid="stColumn"]')].map((column) => {
        const { top, left } = column.getBoundingClientRect();
        return { top, left };
      }),
    );
    expect(left?.top).toBe(right?.top);
    expect(left?.left).toBeLessThan(right?.left ?? 0);
  });
});
