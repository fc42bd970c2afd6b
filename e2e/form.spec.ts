/** `st.form` on the real page: by mouse, by keyboard, and what it says. */
import { axe_findings } from './fixtures/axe.ts';
import { expect, finished, test } from './fixtures/test.ts';

const script = (options = '') => `
import streamlit as st
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
with st.form("f"${options}):
    name = st.text_input("Name", help="Yours")
    age = st.number_input("Age", 0, 120, 30)
    more = st.text_area("More")
    kind = st.selectbox("Kind", ["a", "b"])
    sent = st.form_submit_button("Go", type="primary")
st.text(f"{name}|{age}|{more}|{kind}|{sent}|{st.session_state.runs}")
`;

test('nothing runs until the button is pressed, and then once', async ({ page, open, complaints }) => {
  await open(script());
  await page.getByLabel('Name').fill('Ada');
  await page.getByRole('spinbutton', { name: 'Age' }).fill('36');
  await page.getByLabel('More').fill('hi');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'b' }).click();
  await expect(page.getByTestId('stText')).toHaveText('|30||a|False|1');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByTestId('stText')).toHaveText('Ada|36|hi|b|True|2');
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  expect(complaints).toEqual([]);
  expect(await axe_findings(page)).toEqual([]);
});

test('Enter in a field and Ctrl+Enter in a text area submit it, and the field says so', async ({
  page,
  open,
}) => {
  await open(script());
  await page.getByLabel('Name').fill('Ada');
  await expect(page.getByTestId('stForm').getByTestId('InputInstructions')).toHaveText(
    'Press Enter to submit form',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('stText')).toHaveText('Ada|30||a|True|2');
  await page.getByRole('spinbutton', { name: 'Age' }).fill('7');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('stText')).toHaveText('Ada|7||a|True|3');
  await page.getByLabel('More').fill('x');
  await page.keyboard.press('Enter');
  await page.keyboard.type('y');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('stText')).toHaveText('Ada|7|x\ny|a|True|4');
});

test('with enter_to_submit=False Enter submits nothing', async ({ page, open }) => {
  await open(script(', enter_to_submit=False'));
  await page.getByLabel('Name').fill('Ada');
  await page.keyboard.press('Enter');
  await page.getByLabel('More').fill('x');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByTestId('stText')).toHaveText('Ada|30|x|a|True|2');
});

test('with clear_on_submit it shows its defaults again', async ({ page, open }) => {
  await open(script(', clear_on_submit=True'));
  await page.getByLabel('Name').fill('Ada');
  await page.getByRole('spinbutton', { name: 'Age' }).fill('36');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('stText')).toHaveText('Ada|36||a|True|2');
  await expect(page.getByLabel('Name')).toHaveValue('');
  await expect(page.getByRole('spinbutton', { name: 'Age' })).toHaveValue('30');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByTestId('stText')).toHaveText('|30||a|True|3');
});

test('an empty required field keeps it from being sent', async ({ page, open }) => {
  await open(`
import streamlit as st
with st.form("f"):
    st.text_input("Free")
    name = st.text_input("Name", required=True)
    kind = st.selectbox("Kind", ["a", "b"], index=None, required=True)
    sent = st.form_submit_button("Go")
st.text(f"{name} {kind} {sent}")
`);
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByText('This field is required')).toHaveCount(2);
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByTestId('stText')).toHaveText(' None False');
  expect(await axe_findings(page)).toEqual([]);
  await page.keyboard.type('Ada');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'a' }).click();
  await expect(page.getByText('This field is required')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByTestId('stText')).toHaveText('Ada a True');
});

test('one without a submit button says so, once the run is over', async ({ page, open }) => {
  await open(`
import streamlit as st
with st.form("f"):
    st.text_input("Name")
    if st.session_state.get("more"): st.form_submit_button("Go")
if st.button("Mend"):
    st.session_state.more = True
    st.rerun()
`);
  await expect(page.getByTestId('stForm').getByRole('alert')).toContainText('Missing submit button');
  await page.getByRole('button', { name: 'Mend' }).click();
  await expect(page.getByRole('button', { name: 'Go' })).toBeVisible();
  await expect(page.getByTestId('stForm').getByRole('alert')).toHaveCount(0);
});

test('what is entered and not sent outlasts a run that had to be ended with its worker', async ({
  page,
  open,
}) => {
  await open(`${script()}
if st.button("Busy"):
    while True: pass
`);
  const end_worker = async () => {
    await page.getByRole('button', { name: 'Busy' }).click();
    await page.getByTestId('stStatusWidget').getByRole('button', { name: 'Stop' }).click();
    await finished(page);
  };
  await page.getByLabel('Name').fill('sent');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('stText')).toHaveText('sent|30||a|True|2');
  await page.getByLabel('Name').fill('not sent');
  await page.waitForTimeout(1_000); // the session is kept after a moment of quiet
  await end_worker();
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Rerun' }).click();
  await expect(page.getByTestId('stText')).toHaveText(/^sent\|30\|\|a\|False/);
  await expect(page.getByLabel('Name')).toHaveValue('not sent');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByTestId('stText')).toHaveText(/^not sent\|30\|\|a\|True/);
  // It is sent whole at whatever moment another worker takes over.
  for (const ms of [0, 150, 300, 450, 600, 750]) {
    await page.getByLabel('Name').fill(`after ${ms}`);
    await end_worker();
    await page.waitForTimeout(ms);
    await page.getByRole('button', { name: 'Go' }).click();
    await expect(page.getByTestId('stText')).toHaveText(new RegExp(`^after ${ms}\\|30\\|\\|a\\|True`));
  }
});

test('files wait for the submit, too', async ({ page, open }) => {
  await open(`
import streamlit as st
with st.form("f", clear_on_submit=True):
    file = st.file_uploader("Data")
    st.form_submit_button("Go")
st.text(file.read() if file else "nothing")
`);
  const csv = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2') };
  await page.getByLabel('Data').setInputFiles(csv);
  await expect(page.getByTestId('stFileUploaderFileName')).toHaveText('a.csv');
  await expect(page.getByTestId('stText')).toHaveText('nothing');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByTestId('stText')).toHaveText("b'1,2'");
  await expect(page.getByTestId('stFileUploaderFileName')).toHaveCount(0);
});
