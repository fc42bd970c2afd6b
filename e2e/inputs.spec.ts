/** Inputs and layout together: the script and the page follow each other. */
import type { Page } from 'playwright/test';
import { axe_findings } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const script = `
import datetime as dt
import streamlit as st

st.session_state.setdefault("name", "Ada")


def reset():
    st.session_state.update(name="reset", sel="b", more=True)


st.button("Reset", on_click=reset, shortcut="Ctrl+K")
name = st.text_input("Name", key="name")
number = st.number_input("N", 0.0, 10.0, 1.26, format="%.1f")
sel = st.selectbox("Sel", ["a", "b", "c"], key="sel")
days = st.slider("Day", dt.date(2026, 1, 1), dt.date(2026, 12, 31), (dt.date(2026, 2, 1), dt.date(2026, 3, 1)), format="D MMM")
more = st.expander("More", key="more", on_change="rerun")
with more:
    area = st.text_area("Area", height=200, max_chars=20)
with st.container(horizontal=True):
    check, toggle = st.checkbox("Check"), st.toggle("Switch")
    radio = st.radio("Radio", ["x", "y"], horizontal=True)
with st.container(height=150, autoscroll=True, key="log"):
    for line in range(30 if check else 10):
        st.write(line)
st.text(f"{name} {number} {sel} {days[0]} {days[1]} {more.open} {area!r} {check} {toggle} {radio}")
`;

/** What the script has. */
const out = (page: Page) => page.getByTestId('stText').last();

test('fields commit what is typed, and show numbers in the author’s format', async ({
  page,
  open,
  complaints,
}) => {
  await open(script);
  await expect(out(page)).toHaveText("Ada 1.26 a 2026-02-01 2026-03-01 False '' False False x");
  const number = page.getByRole('spinbutton', { name: 'N' });
  await expect(number).toHaveValue('1.3');
  await page.getByTestId('stNumberInputStepUp').click();
  // The value itself goes up, not what is shown of it.
  await expect(out(page)).toContainText('Ada 1.27 a');
  await page.getByRole('textbox', { name: 'Name' }).fill('Bob');
  await page.keyboard.press('Tab');
  await expect(out(page)).toContainText('Bob 1.27');
  await page.getByRole('combobox', { name: 'Sel' }).click();
  await page.getByRole('option', { name: 'c' }).click();
  await expect(out(page)).toContainText('1.27 c');
  expect(complaints).toEqual([]);
  expect(await axe_findings(page)).toEqual([]);
});

test('an expander that the script follows opens and closes, and keeps what is in it', async ({
  page,
  open,
}) => {
  await open(script);
  await page.getByText('More').click();
  await expect(out(page)).toContainText("True ''");
  await page.getByRole('textbox', { name: 'Area' }).fill('hi');
  await page.keyboard.press('Control+Enter');
  await expect(out(page)).toContainText("True 'hi'");
  await page.getByText('More').click();
  await expect(out(page)).toContainText("False 'hi'");
});

test('choices are made by mouse, and a log follows its end', async ({ page, open }) => {
  await open(script);
  await page.getByText('Switch', { exact: true }).click();
  await expect(out(page)).toContainText('False True x');
  await page.getByText('y', { exact: true }).click();
  await expect(out(page)).toContainText('False True y');
  await page.getByText('Check', { exact: true }).click();
  await expect(out(page)).toContainText('True True y');
  const log = page.locator('.st-key-log');
  await expect(log).toHaveAttribute('data-scroll', 'true');
  await expect
    .poll(() => log.evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight)))
    .toBeLessThanOrEqual(1);
});

test('a callback sets widgets by a shortcut, and the page shows it', async ({ page, open }) => {
  await open(script);
  await expect(page.locator('[inert]')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(out(page)).toContainText('reset 1.26 b');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('reset');
  await expect(page.getByRole('combobox', { name: 'Sel' })).toHaveValue('b');
  await expect(out(page)).toContainText("True ''");
  await expect(page.locator('details')).toHaveAttribute('open', '');
});

test('a range of dates is moved by keys', async ({ page, open }) => {
  await open(script);
  await expect(page.locator('[inert]')).toHaveCount(0);
  await expect(page.getByTestId('stSliderThumbValue').first()).toHaveText('1 Feb');
  const from = page.getByRole('slider', { name: 'Day' }).first();
  await from.focus();
  await page.keyboard.press('Home');
  await expect(out(page)).toContainText('2026-01-01 2026-03-01');
  await page.keyboard.press('ArrowRight');
  await expect(out(page)).toContainText('2026-01-02 2026-03-01');
});
