/** Semantics §6 (element tree) and §11 (magic), by rule. */
import { describe, expect, it } from 'vitest';
import { open_app } from './harness.ts';

describe('the element tree', () => {
  it('fills containers in any order', async () => {
    const app = await open_app(`
import streamlit as st
top = st.container()
st.text("second")
top.text("first")
with st.sidebar: st.text("side")
`);
    expect(app.texts()).toEqual(['first', 'second', 'side']);
  });

  it('nests columns without end', async () => {
    const app = await open_app(`
import streamlit as st
place = st
for depth in range(4):
    place = place.columns(2)[1]
place.text("deep")
`);
    expect(app.texts()).toEqual(['deep']);
    expect(app.all('columns')).toHaveLength(4);
  });

  it('replaces what an empty place held, and takes a container there', async () => {
    const app = await open_app(`
import streamlit as st
place = st.empty()
place.text("one")
place.text("two")
with place.container():
    st.text("three")
    st.text("four")
st.text("after")
`);
    expect(app.texts()).toEqual(['three', 'four', 'after']);
  });

  it('clears an empty place', async () => {
    const app = await open_app(`
import streamlit as st
place = st.empty()
place.text("one")
place.empty()
`);
    expect(app.texts()).toEqual([]);
    expect(app.all('empty')).toHaveLength(1);
  });

  it('removes what a shorter run did not make', async () => {
    const app = await open_app(`
import streamlit as st
for index in range(st.slider("N", 0, 5, 5)): st.text(index)
`);
    await app.set('N', [2]);
    expect(app.texts()).toEqual(['0', '1']);
  });

  it('replaces through a returned element', async () => {
    const app = await open_app('import streamlit as st\nst.text("a").text("b").text("c")');
    expect(app.texts()).toEqual(['c']);
  });

  it('updates a progress bar in place', async () => {
    const app = await open_app(`
import streamlit as st
bar = st.progress(0)
for step in (25, 50, 100): bar.progress(step, f"{step} of 100")
`);
    expect(app.all('progress').map(({ value, text }) => [value, text])).toEqual([[100, '100 of 100']]);
  });

  it('takes the spinner away when its block ends', async () => {
    const app = await open_app(`
import streamlit as st
with st.spinner("Wait"): st.text("inside")
st.text("after")
`);
    expect(app.texts()).toEqual(['inside', 'after']);
    const kinds = app.messages.flatMap((message) =>
      message.type === 'ops' ? message.ops.map(({ op }) => op) : [],
    );
    expect(kinds.filter((kind) => kind.startsWith('transient'))).toEqual(['transient', 'transient_end']);
    expect(app.state.tree.roots.every(({ transients }) => transients.length === 0)).toBe(true);
  });

  it('names what a container cannot do', async () => {
    const side = await open_app('import streamlit as st\nst.sidebar.rerun()');
    expect(side.exceptions()).toEqual([
      'StreamlitAPIException: Method `rerun()` does not exist for `st.sidebar`. Did you mean `st.rerun()`?',
    ]);
    const none = await open_app('import streamlit as st\nst.sidebar.nothere()');
    expect(none.exceptions()).toEqual([
      'StreamlitAPIException: `nothere()` is not a valid Streamlit command.',
    ]);
  });

  it('tells the page its configuration, each call adding to it', async () => {
    const app = await open_app(`
import streamlit as st
st.set_page_config(page_title="One", layout="wide")
st.text("a")
st.set_page_config(page_title="Two")
`);
    expect(app.state.config).toMatchObject({ page_title: 'Two', layout: 'wide' });
  });
});

describe('magic', () => {
  const shown = async (source: string) => {
    const app = await open_app(source);
    return [...app.all('markdown').map(({ body }) => body), ...app.all('json').map(({ body }) => body)];
  };

  it('shows a bare expression, wherever it stands', async () => {
    expect(
      await shown('"docstring"\nx = 3\n"**hello**"\nif x:\n    "in if"\nfor _ in range(1):\n    "in for"'),
    ).toEqual(['**hello**', 'in if', 'in for']);
  });

  it('does not show calls, docstrings, await and yield', async () => {
    expect(
      await shown(`
"""Module."""
def f():
    """Function."""
    yield 1
class C:
    """Class."""
len("abc")
list(f())
`),
    ).toEqual([]);
  });

  it('shows the members of a tuple, and a dict as JSON', async () => {
    expect(await shown('"a", "b"\n{"k": 1}')).toEqual(['a b', '{"k": 1}']);
  });

  it('does not touch imported modules', async () => {
    const app = await open_app('import helper', { files: { 'helper.py': '"not shown"\n"neither"\n' } });
    expect(app.elements()).toEqual([]);
  });
});
