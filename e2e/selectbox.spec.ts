/** Searching in a selectbox with a real mouse and a real caret. */
import { expect, test } from './fixtures/test.ts';

const script = `
import streamlit as st

colour = st.selectbox("Colour", ["Red", "Green", "Blue", "Grey"])
new = st.selectbox("New", ["Red", "Green"], accept_new_options=True)
empty = st.selectbox("Empty", ["Red", "Green"], index=None)
st.text(f"{colour} {new} {empty}")
`;

test('each search begins anew, also after a choice by mouse', async ({ page, open }) => {
  await open(script);
  const field = page.getByRole('combobox', { name: 'Colour' });
  const out = page.getByTestId('stText');
  await field.click();
  await page.getByRole('option', { name: 'Green' }).click();
  await expect(out).toHaveText('Green Red None');
  await field.click();
  await page.keyboard.type('bl');
  await expect(field).toHaveValue('bl');
  await page.keyboard.press('Enter');
  await expect(out).toHaveText('Blue Red None');
  await page.keyboard.type('gre');
  await expect(page.getByRole('option')).toHaveText(['Grey', 'Green']);
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('Blue');
  await page.keyboard.press('Backspace');
  await expect(field).toHaveValue('Blu');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('Blue');
  await expect(out).toHaveText('Blue Red None');
});

test('the arrow opens and closes', async ({ page, open }) => {
  await open(script);
  const field = page.getByRole('combobox', { name: 'Colour' });
  const box = await page.getByTestId('stSelectbox').first().locator('.stSelectboxArrow').boundingBox();
  if (!box) throw new Error('The arrow has no box.');
  for (const expanded of ['true', 'false', 'true']) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(field).toHaveAttribute('aria-expanded', expanded);
  }
  await expect(field).toBeFocused();
});

test('a new option comes first, and Escape clears what may be empty', async ({ page, open }) => {
  await open(script);
  const out = page.getByTestId('stText');
  await page.getByRole('combobox', { name: 'New' }).click();
  await page.keyboard.type('re');
  await expect(page.getByRole('option')).toHaveText(['Add: re', 'Red', 'Green']);
  await page.keyboard.press('Enter');
  await expect(out).toHaveText('Red re None');
  await page.getByRole('combobox', { name: 'Empty' }).click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(out).toHaveText('Red re Green');
  await page.keyboard.press('Escape');
  await expect(out).toHaveText('Red re None');
});
