/** Semantics §2 (widget identity) and §3 (session state), by rule. */
import { describe, expect, it } from 'vitest';
import { open_app } from './harness.ts';

describe('widget identity', () => {
  it('gives a widget a new life when an argument that shapes it changes', async () => {
    const app = await open_app(`
import streamlit as st
top = st.slider("Top", 10, 20)
st.text(st.slider("N", 0, top))
`);
    await app.set('N', [7]);
    expect(app.texts()).toEqual(['7']);
    await app.set('Top', [15]);
    expect(app.texts()).toEqual(['0']);
    expect(app.shown('N')).toEqual([0]);
  });

  it('keeps a keyed widget whatever the arguments that its key stands for', async () => {
    const app = await open_app(`
import streamlit as st
more = st.checkbox("More")
options = ["a", "b", "c"] if more else ["a", "b"]
st.text(st.selectbox("Pick now" if more else "Pick", options, key="pick"))
`);
    await app.set('Pick', 'b');
    await app.set('More', true);
    expect(app.texts()).toEqual(['b']);
    expect(app.shown('Pick now')).toBe('b');
  });

  it('sets a keyed selectbox to its default when its option is gone', async () => {
    const app = await open_app(`
import streamlit as st
options = ["x", "y"] if st.checkbox("Other") else ["a", "b"]
st.text(st.selectbox("Pick", options, key="pick") + " " + st.session_state.pick)
`);
    await app.set('Pick', 'b');
    await app.set('Other', true);
    expect(app.texts()).toEqual(['x x']);
    expect(app.shown('Pick')).toBe('x');
  });

  it('sets a keyed number_input to its default, not to the bound, when its value is out of bounds', async () => {
    const app = await open_app(`
import streamlit as st
top = 5 if st.checkbox("Low") else 10
st.text(st.number_input("N", 0, top, 1, key="n"))
`);
    await app.set('N', 8);
    await app.set('Low', true);
    expect(app.texts()).toEqual(['1']);
  });

  it('makes a keyed slider anew when its bounds change', async () => {
    const app = await open_app(`
import streamlit as st
top = 5 if st.checkbox("Low") else 10
st.text(st.slider("N", 0, top, 2, key="n"))
`);
    await app.set('N', [4]);
    await app.set('Low', true);
    expect(app.texts()).toEqual(['2']);
  });

  it('refuses two widgets of the same identity, and the same key twice', async () => {
    const twice = await open_app('import streamlit as st\nst.button("a")\nst.button("a")');
    expect(twice.exceptions()[0]).toMatch(
      /^StreamlitDuplicateElementId: There are multiple `button` elements/,
    );
    const keys = await open_app('import streamlit as st\nst.button("a", key=1)\nst.checkbox("b", key="1")');
    expect(keys.exceptions()[0]).toMatch(/^StreamlitDuplicateElementKey: .*`key='1'`/);
  });

  it('allows the same widget once in main and once in the sidebar', async () => {
    const app = await open_app('import streamlit as st\nst.button("a")\nst.sidebar.button("a")');
    expect(app.exceptions()).toEqual([]);
  });

  it('refuses a widget that a container has the key of', async () => {
    const app = await open_app('import streamlit as st\nst.container(key="k")\nst.checkbox("a", key="k")');
    expect(app.exceptions()[0]).toMatch(/^StreamlitDuplicateElementKey/);
  });
});

describe('session state', () => {
  it('shows a value that the script set before the widget, and tells the page', async () => {
    const app = await open_app(`
import streamlit as st
if st.button("Set"): st.session_state.n = 9
st.text(st.slider("N", 0, 10, key="n"))
`);
    await app.set('N', [3]);
    await app.click('Set');
    expect(app.texts()).toEqual(['9']);
    expect(app.shown('N')).toEqual([9]);
  });

  it('lets the reader change what the script had set', async () => {
    const app = await open_app(`
import streamlit as st
if "n" not in st.session_state: st.session_state.n = 4
st.text(st.slider("N", 0, 10, key="n"))
`);
    expect(app.shown('N')).toEqual([4]);
    await app.set('N', [6]);
    await app.rerun();
    expect(app.texts()).toEqual(['6']);
    expect(app.shown('N')).toEqual([6]);
  });

  it('refuses to set a key after its widget, and allows it in a callback', async () => {
    const app = await open_app(`
import streamlit as st
def clear(): st.session_state.name = ""
st.text_input("Name", key="name")
st.button("Clear", on_click=clear)
if st.checkbox("Wrong"): st.session_state.name = "x"
st.text("end")
`);
    await app.set('Name', 'Ada');
    await app.click('Clear');
    expect(app.shown('Name')).toBe('');
    await app.set('Wrong', true);
    expect(app.exceptions()[0]).toMatch(/^StreamlitWidgetAlreadyInstantiatedError/);
  });

  it('refuses a set key for a button', async () => {
    const app = await open_app('import streamlit as st\nst.session_state.b = True\nst.button("B", key="b")');
    expect(app.exceptions()[0]).toMatch(/^StreamlitValueAssignmentNotAllowedError/);
  });

  it('drops the value of a widget that a run did not make, keyed or not; it is readable in that run', async () => {
    const app = await open_app(`
import streamlit as st
st.text(st.session_state.get("name"))
if not st.checkbox("Hide"): st.text_input("Name", key="name")
`);
    await app.set('Name', 'Ada');
    await app.set('Hide', true);
    expect(app.texts()).toEqual(['Ada']);
    await app.rerun();
    expect(app.texts()).toEqual(['None']);
    await app.set('Hide', false);
    expect(app.shown('Name')).toBe('');
  });

  it('keeps keys that the script set and no widget has', async () => {
    const app = await open_app(`
import streamlit as st
st.session_state.setdefault("plain", 1)
st.checkbox("A")
st.text(st.session_state.plain)
`);
    await app.set('A', true);
    await app.rerun();
    expect(app.texts()).toEqual(['1']);
  });

  it('lets a click be true in one run only', async () => {
    const app = await open_app('import streamlit as st\nst.text(st.button("Go"))');
    await app.click('Go');
    expect(app.texts()).toEqual(['True']);
    await app.rerun();
    expect(app.texts()).toEqual(['False']);
  });

  it('returns a copy: changing a returned list changes nothing', async () => {
    const app = await open_app(`
import streamlit as st
value = st.slider("R", 0, 10, (2, 8), key="r")
st.text(value)
st.text(st.session_state.r is value)
`);
    expect(app.texts()[0]).toBe('(2, 8)');
  });

  it('says what is missing', async () => {
    const item = await open_app('import streamlit as st\nst.session_state["zz"]');
    expect(item.exceptions()[0]).toContain('KeyError: \'st.session_state has no key "zz".');
    const attribute = await open_app('import streamlit as st\nst.session_state.zz');
    expect(attribute.exceptions()[0]).toContain('AttributeError: st.session_state has no attribute "zz".');
  });

  it('lists the keys of the script and of keyed widgets alone', async () => {
    const app = await open_app(`
import streamlit as st
st.session_state[3] = 1
st.text_input("Plain")
st.text_input("Keyed", key="k")
st.text(sorted(st.session_state))
`);
    expect(app.texts()).toEqual(["['3', 'k']"]);
  });

  it('lets a widget start over when its key is deleted', async () => {
    const app = await open_app(`
import streamlit as st
if st.button("Reset"): del st.session_state["name"]
st.text(st.text_input("Name", "first", key="name"))
`);
    await app.set('Name', 'Ada');
    await app.click('Reset');
    expect(app.texts()).toEqual(['first']);
    expect(app.shown('Name')).toBe('first');
  });

  it('ignores what the page says of a disabled widget', async () => {
    const app = await open_app('import streamlit as st\nst.text(st.checkbox("A", disabled=True))');
    await app.set('A', true);
    expect(app.texts()).toEqual(['False']);
  });

  it('takes the default for a value that the widget cannot have', async () => {
    const app = await open_app('import streamlit as st\nst.text(st.selectbox("S", ["a", "b"]))');
    await app.set('S', 'zz');
    expect(app.texts()).toEqual(['a']);
  });

  it('gives back the option itself, not its text', async () => {
    const app = await open_app(`
import streamlit as st
st.text(type(st.radio("R", [1, 2], format_func=lambda n: f"n{n}")).__name__)
st.text(st.session_state.get("x"))
`);
    expect(app.texts()[0]).toBe('int');
    await app.set('R', 'n2');
    expect(app.texts()[0]).toBe('int');
  });
});
