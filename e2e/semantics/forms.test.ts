/** Semantics §4 (forms) and the part of §14 that waits, by rule. */
import { describe, expect, it } from 'vitest';
import { open_app } from './harness.ts';

const script = (options = '') => `
import streamlit as st
with st.form("f"${options}):
    name = st.text_input("Name")
    age = st.number_input("Age", 0, 120, 30)
    sent = st.form_submit_button("Go")
other = st.checkbox("Other")
st.text(f"{name} {age} {sent} {other}")
`;

describe('a form', () => {
  it('keeps its values until it is submitted, and sends them in one run', async () => {
    const app = await open_app(script());
    await app.set('Name', 'Ada');
    await app.set('Age', 36);
    expect(app.runs).toBe(1);
    expect([app.shown('Name'), app.shown('Age')]).toEqual(['Ada', 36]);
    await app.click('Go');
    expect(app.runs).toBe(2);
    expect(app.texts()).toEqual(['Ada 36 True False']);
  });

  it('is submitted once: the button is true in that run alone', async () => {
    const app = await open_app(script());
    await app.click('Go');
    await app.rerun();
    expect(app.texts()).toEqual([' 30 False False']);
  });

  it('is not sent by what stands outside of it, nor changed by that run', async () => {
    const app = await open_app(script());
    await app.set('Name', 'Ada');
    await app.set('Other', true);
    expect(app.texts()).toEqual([' 30 False True']);
    expect(app.shown('Name')).toBe('Ada');
    await app.rerun();
    expect(app.texts()).toEqual([' 30 False True']);
    await app.click('Go');
    expect(app.texts()).toEqual(['Ada 30 True True']);
  });

  it('does not send another form', async () => {
    const app = await open_app(`
import streamlit as st
def one(name):
    with st.form(name):
        text = st.text_input(f"Text {name}")
        st.form_submit_button(f"Go {name}")
    return text
st.text(f"{one('a')}|{one('b')}")
`);
    await app.set('Text a', 'x');
    await app.set('Text b', 'y');
    await app.click('Go b');
    expect(app.texts()).toEqual(['|y']);
    await app.click('Go a');
    expect(app.texts()).toEqual(['x|y']);
  });

  it('has the callback of its button alone, which sees the new values and comes before the script', async () => {
    const app = await open_app(`
import streamlit as st
def went(by):
    st.session_state.log = f"{by} {st.session_state.name}"
with st.form("f"):
    st.text_input("Name", key="name")
    sent = st.form_submit_button("Go", on_click=went, args=("sent",))
st.text(f"{st.session_state.get('log')} {sent}")
`);
    await app.set('Name', 'Ada');
    await app.click('Go');
    expect(app.texts()).toEqual(['sent Ada True']);
  });

  it('holds what is in containers inside of it, and not what is called on containers outside', async () => {
    const app = await open_app(`
import streamlit as st
outside = st.container()
with st.form("f"):
    inside = st.container().columns(1)[0]
    st.form_submit_button("Go")
    b = outside.text_input("Out")
a = inside.text_input("In")
st.text(f"{a} {b}")
`);
    await app.set('In', 'x');
    await app.set('Out', 'y');
    expect(app.texts()).toEqual([' y']);
    await app.click('Go');
    expect(app.texts()).toEqual(['x y']);
  });

  it('with clear_on_submit shows the defaults, without a run, and sends them with the next submit', async () => {
    const app = await open_app(script(', clear_on_submit=True'));
    await app.set('Name', 'Ada');
    await app.set('Age', 36);
    app.send('Go', true);
    app.clear('f');
    await app.settled();
    expect(app.texts()).toEqual(['Ada 36 True False']);
    expect([app.shown('Name'), app.shown('Age')]).toEqual(['', 30]);
    expect(app.runs).toBe(2);
    await app.set('Other', true);
    expect(app.texts()).toEqual(['Ada 36 False True']);
    await app.click('Go');
    expect(app.texts()).toEqual([' 30 True True']);
  });

  it('takes what the script assigns, over what waits', async () => {
    const app = await open_app(`
import streamlit as st
def reset():
    st.session_state.name = "reset"
st.button("Reset", on_click=reset)
with st.form("f"):
    name = st.text_input("Name", key="name")
    st.form_submit_button("Go")
st.text(name)
`);
    await app.set('Name', 'typed');
    await app.click('Reset');
    expect(app.shown('Name')).toBe('reset');
    await app.click('Go');
    expect(app.texts()).toEqual(['reset']);
  });

  it('forgets what waits in a widget that is gone', async () => {
    const app = await open_app(`
import streamlit as st
gone = st.checkbox("Gone")
with st.form("f"):
    text = "" if gone else st.text_input("Text")
    st.form_submit_button("Go")
st.text(text)
`);
    await app.set('Text', 'x');
    await app.set('Gone', true);
    await app.set('Gone', false);
    await app.click('Go');
    expect(app.texts()).toEqual(['']);
  });

  it.each([
    ['with st.form("g"):\n  st.form("h")', 'Forms cannot be nested in other forms.'],
    ['st.form("f"); st.form("f")', 'There are multiple elements with the same'],
    ['with st.form("g"):\n  st.button("a")', "can't be used in an `st.form()`"],
    ['st.form_submit_button("a")', 'must be used inside an `st.form()`'],
    ['with st.form("g"):\n  st.checkbox("a", on_change=print)', 'callbacks can only be defined'],
  ])('refuses %j', async (call, words) => {
    const app = await open_app(`import streamlit as st\n${call}`);
    expect(app.exceptions()[0]).toContain(words);
  });
});

describe('a widget with on_change="ignore"', () => {
  const quiet = `
import streamlit as st
name = st.text_input("Name", on_change="ignore")
st.checkbox("Other")
st.text(name)
`;

  it('starts no run, and its value goes with the next', async () => {
    const app = await open_app(quiet);
    await app.set('Name', 'Ada');
    expect(app.runs).toBe(1);
    expect(app.shown('Name')).toBe('Ada');
    await app.set('Other', true);
    expect(app.texts()).toEqual(['Ada']);
  });

  it('goes with a rerun of the menu, too', async () => {
    const app = await open_app(quiet);
    await app.set('Name', 'Ada');
    await app.rerun();
    expect(app.texts()).toEqual(['Ada']);
  });

  it('has no effect in a form', async () => {
    const app = await open_app(`
import streamlit as st
with st.form("f"):
    name = st.text_input("Name", on_change="ignore")
    st.form_submit_button("Go")
st.checkbox("Other")
st.text(name)
`);
    await app.set('Name', 'Ada');
    await app.set('Other', true);
    expect(app.texts()).toEqual(['']);
    await app.click('Go');
    expect(app.texts()).toEqual(['Ada']);
  });
});
