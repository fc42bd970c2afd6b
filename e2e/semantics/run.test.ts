/** Semantics §1 (the rerun loop), by rule. */
import { describe, expect, it } from 'vitest';
import { open_app } from './harness.ts';

describe('the rerun loop', () => {
  it('runs the first app of the source documents', async () => {
    const app = await open_app(`
import streamlit as st
number = st.slider("Pick a number: ", min_value=1, max_value=10)
st.text("Your number is " + str(number))
`);
    expect(app.texts()).toEqual(['Your number is 1']);
    await app.set('Pick a number: ', [7]);
    expect(app.texts()).toEqual(['Your number is 7']);
  });

  it('posts only what changed', async () => {
    const app = await open_app(`
import streamlit as st
n = st.slider("N", 0, 10)
st.title("Always the same")
st.text(n)
`);
    app.messages.length = 0;
    await app.set('N', [3]);
    const ops = app.messages.flatMap((message) => (message.type === 'ops' ? message.ops : []));
    expect(ops).toHaveLength(1);
    expect(ops[0]).toMatchObject({ op: 'element', path: [0, 2], element: { type: 'text', body: '3' } });
  });

  it('calls callbacks before the script, which then sees what they set', async () => {
    const app = await open_app(`
import streamlit as st
def add(step, *, times): st.session_state.n += step * times
if "n" not in st.session_state: st.session_state.n = 0
st.text(st.session_state.n)
st.button("Add", on_click=add, args=(2,), kwargs={"times": 3})
`);
    await app.click('Add');
    expect(app.texts()).toEqual(['6']);
  });

  it('calls callbacks in the order of the changes, each sees all new values', async () => {
    const app = await open_app(`
import streamlit as st
seen = st.session_state.setdefault("seen", [])
def note(name): seen.append(f"{name} {st.session_state.a} {st.session_state.b}")
st.text_input("A", key="a", on_change=note, args=("a",))
st.text_input("B", key="b", on_change=note, args=("b",))
st.text("; ".join(seen))
`);
    app.send('B', 'y');
    app.send('A', 'x');
    await app.settled();
    await app.rerun();
    expect(app.texts()).toEqual(['b  y; a x y']);
  });

  it('does not call a callback for a value that is what it was', async () => {
    const app = await open_app(`
import streamlit as st
def count(): st.session_state.n = st.session_state.get("n", 0) + 1
st.text_input("A", key="a", on_change=count)
st.text(st.session_state.get("n", 0))
`);
    await app.set('A', 'x');
    await app.set('A', 'x');
    expect(app.texts()).toEqual(['1']);
  });

  it('skips the remaining callbacks and the script when a callback raises', async () => {
    const app = await open_app(`
import streamlit as st
def fail(): raise ValueError("q")
st.button("Fail", on_click=fail)
st.text("body")
`);
    await app.click('Fail');
    expect(app.exceptions()).toEqual(['ValueError: q']);
    expect(app.texts()).toEqual([]);
    await app.rerun();
    expect(app.texts()).toEqual(['body']);
  });

  it('shows an uncaught exception in main though it happened in the sidebar, and goes on at the next event', async () => {
    const app = await open_app(`
import streamlit as st
if st.button("Again"): st.text("fine")
with st.sidebar:
    if not st.session_state.get("once"):
        st.session_state.once = True
        raise KeyError("x")
st.text("end")
`);
    expect(app.outcome).toBe('error');
    expect(app.state.tree.roots[0]?.children.at(-1)?.element?.type).toBe('exception');
    await app.click('Again');
    expect(app.texts()).toEqual(['fine', 'end']);
    expect(app.exceptions()).toEqual([]);
  });

  it('shows the lines of the user alone in a traceback', async () => {
    const app = await open_app(`
import streamlit as st
def inner():
    st.columns(0)
inner()
`);
    const [error] = app.all('exception');
    expect(error?.exception_type).toBe('StreamlitInvalidColumnSpecError');
    expect(error?.stack_trace).toEqual([
      'File "/app/app.py", line 5, in <module>\n    inner()\n    ~~~~~^^',
      'File "/app/app.py", line 4, in inner\n    st.columns(0)\n    ~~~~~~~~~~^^^',
    ]);
  });

  it('keeps the elements of the last run and shows the line when the script does not compile', async () => {
    const app = await open_app('import streamlit as st\nst.text("old")');
    app.write('app.py', 'import streamlit as st\nst.text("new"\n');
    await app.rerun();
    expect(app.outcome).toBe('compile_error');
    expect(app.texts()).toEqual(['old']);
    expect(app.state.compile_error?.exception_type).toBe('SyntaxError');
    expect(app.state.compile_error?.stack_trace.join('\n')).toContain('line 2');
    app.write('app.py', 'import streamlit as st\nst.text("new")');
    await app.rerun();
    expect(app.texts()).toEqual(['new']);
  });

  it('ends a run at st.stop and keeps the widgets that it did not reach', async () => {
    const app = await open_app(`
import streamlit as st
if st.checkbox("Stop"): st.stop()
st.text(st.text_input("Name", key="name"))
`);
    await app.set('Name', 'Ada');
    await app.set('Stop', true);
    expect(app.outcome).toBe('stopped');
    expect(app.texts()).toEqual([]);
    await app.set('Stop', false);
    expect(app.texts()).toEqual(['Ada']);
  });

  it('starts over at st.rerun, without callbacks and with the click gone', async () => {
    const app = await open_app(`
import streamlit as st
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
if st.button("Again"): st.rerun()
st.text(st.session_state.runs)
`);
    await app.click('Again');
    expect(app.texts()).toEqual(['3']);
  });

  it('keeps a widget below st.rerun', async () => {
    const app = await open_app(`
import streamlit as st
if st.button("Again"): st.rerun()
st.text(st.text_input("Name"))
`);
    await app.set('Name', 'Ada');
    await app.click('Again');
    expect(app.texts()).toEqual(['Ada']);
  });

  it('ends a callback at st.rerun, calls the others, then runs the script', async () => {
    const app = await open_app(`
import streamlit as st
def first():
    st.session_state.a = 1
    st.rerun()
    st.session_state.a = 2
st.button("Go", on_click=first)
st.text(st.session_state.get("a"))
`);
    await app.click('Go');
    expect(app.texts()).toEqual(['1']);
  });

  it('lets `except Exception` of the script not catch the end of a run', async () => {
    const app = await open_app(`
import streamlit as st
try:
    st.stop()
except Exception:
    st.text("caught")
`);
    expect(app.texts()).toEqual([]);
    expect(app.outcome).toBe('stopped');
  });

  it('drops an event for a widget that is gone', async () => {
    const app = await open_app('import streamlit as st\nst.checkbox("A")');
    app.send_to('$$ID-gone-None', true);
    await app.settled();
    expect(app.dropped).toBe(1);
    expect(app.runs).toBe(1);
  });

  it('refuses a value that is not of the shape of its widget', async () => {
    const app = await open_app('import streamlit as st\nst.checkbox("A")');
    const { id } = app.widget('A');
    expect(() => app.send_to(id, { evil: 1 })).toThrow('expected true or false');
  });

  it('takes 500 events in a row as a handful of runs', async () => {
    const app = await open_app('import streamlit as st\nst.text(st.slider("N", 0, 1000))');
    for (let value = 1; value <= 500; value++) app.send('N', [value]);
    await app.settled();
    expect(app.texts()).toEqual(['500']);
    expect(app.runs).toBeLessThan(5);
  });

  it('gives the script a __main__ of its own each time, whatever it rewrites', async () => {
    const app = await open_app(`
import streamlit as st
print = str = None
st.text = st.text
globals().clear()
import streamlit as st
st.text("still here")
`);
    await app.rerun();
    expect(app.texts()).toEqual(['still here']);
  });

  it('imports a saved module anew', async () => {
    const app = await open_app('import streamlit as st, helper\nst.text(helper.word)', {
      files: { 'helper.py': 'word = "old"' },
    });
    app.write('helper.py', 'word = "brand new"');
    await app.rerun();
    expect(app.texts()).toEqual(['brand new']);
  });

  it('names a module that is not there and says how to add it', async () => {
    const app = await open_app('import numpyy');
    const [error] = app.all('exception');
    expect(error?.exception_type).toBe('ModuleNotFoundError');
    expect(error?.hint).toContain('requirements.txt');
  });

  it('refuses input() with words that say what to use', async () => {
    const app = await open_app('input("Name? ")');
    expect(app.exceptions()[0]).toContain('st.text_input');
  });

  it('refuses threads with words that say what to use', async () => {
    const app = await open_app('import threading\nthreading.Thread(target=print).start()');
    expect(app.exceptions()[0]).toContain('asyncio.run');
  });

  it('runs asyncio.run to the end before it returns', async () => {
    const app = await open_app(`
import asyncio
import streamlit as st
async def work():
    results = await asyncio.gather(later("a", 0.02), later("b", 0.01))
    return ",".join(results)
async def later(name, seconds):
    await asyncio.sleep(seconds)
    return name
st.text(asyncio.run(work()))
`);
    expect(app.exceptions()).toEqual([]);
    expect(app.texts()).toEqual(['a,b']);
  });

  it('sends print, stderr and logging to the console', async () => {
    const app = await open_app(`
import logging, sys
print("out", 1)
print("err", file=sys.stderr)
logging.warning("careful")
`);
    const said = (stream: string) =>
      app.state.console
        .filter((line) => line.stream === stream)
        .map(({ text }) => text)
        .join('');
    expect(said('stdout')).toBe('out 1\n');
    expect(said('stderr')).toContain('err\n');
    expect(said('stderr')).toContain('careful');
  });
});
