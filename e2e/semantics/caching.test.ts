/** Semantics §7 (caching) on the real interpreter, by rule. */
import { describe, expect, it } from 'vitest';
import { type CacheServices, python_cache } from '../../src/worker/python/kept_cache.ts';
import { open_app } from './harness.ts';

const counted = `
import streamlit as st
import sys
sys.ran = getattr(sys, "ran", 0)
`;

describe('a cached function', () => {
  it('runs once for the same arguments, from run to run, and draws what it drew', async () => {
    const app = await open_app(`${counted}
@st.cache_data
def f(x):
    sys.ran += 1
    with st.container():
        st.text(f"drawn {x}")
    return [x]
n = st.slider("N", 0, 10)
f(n).append(1)
st.text(f"{f(n)} {sys.ran}")
`);
    const first = app.texts();
    expect(first.slice(0, 2)).toEqual(['drawn 0', 'drawn 0']);
    const ran = Number(first[2]?.split(' ')[1]);
    await app.rerun();
    expect(app.texts()).toEqual(['drawn 0', 'drawn 0', `[0] ${ran}`]);
    await app.set('N', [3]);
    expect(app.texts()).toEqual(['drawn 3', 'drawn 3', `[3] ${ran + 1}`]);
    await app.set('N', [0]);
    expect(app.texts()).toEqual(['drawn 0', 'drawn 0', `[0] ${ran + 1}`]);
  });

  it('costs the page no message when its answer is there', async () => {
    const app = await open_app(`
import streamlit as st
@st.cache_data
def f():
    st.sidebar.text("a")
    left, right = st.columns(2)
    left.text("b")
    right.text("c")
f()
`);
    app.messages.length = 0;
    await app.rerun();
    expect(app.messages.filter(({ type }) => type === 'ops')).toEqual([]);
    expect(app.texts()).toEqual(['b', 'c', 'a']);
  });

  it('gives values of the script’s own classes of this run', async () => {
    const app = await open_app(`
import streamlit as st
from dataclasses import dataclass
@dataclass
class Point:
    x: int
@st.cache_data
def f(): return Point(1)
st.text(f"{isinstance(f(), Point)} {f() == Point(1)}")
`);
    expect(app.texts()).toEqual(['True True']);
    await app.rerun();
    expect(app.texts()).toEqual(['True True']);
  });

  it('shows a place from outside as an error, and a widget with a warning that stays', async () => {
    const outside = await open_app(`
import streamlit as st
c = st.container()
@st.cache_data
def f(): c.text("a")
f()
`);
    expect(outside.texts()).toEqual(['a']);
    await outside.rerun();
    expect(outside.exceptions()[0]).toContain('CacheReplayClosureError: While running `f()`');
    const widget = await open_app(`
import streamlit as st
@st.cache_resource
def f(): return st.text_input("Name")
st.text(f"got {f()}")
`);
    await widget.set('Name', 'Ada');
    expect(widget.exceptions()[0]).toContain('CachedWidgetWarning: Your script uses a widget command');
    expect(widget.texts()).toEqual(['got ']);
    expect(widget.shown('Name')).toBe('Ada');
    expect(widget.dropped).toBe(0);
  });

  it('is asked anew after the run when its answer is old, and the page has the older one until then', async () => {
    const app = await open_app(`${counted}
@st.cache_data(ttl=2, refresh_mode="background")
def f():
    sys.ran += 1
    return sys.ran
st.text(f())
`);
    const first = Number(app.texts()[0]);
    // Old after two seconds, of no more use after four.
    await new Promise((resolve) => setTimeout(resolve, 2_050));
    await app.rerun();
    expect(app.texts()).toEqual([String(first)]);
    await app.rerun();
    expect(app.texts()).toEqual([String(first + 1)]);
  });

  it('takes its limits from the configuration', async () => {
    const source = `${counted}
@st.cache_data
def f(x):
    sys.ran += 1
    return b"x" * 1000
before = sys.ran
f(1); f(2); f(1)
st.text(sys.ran - before)
`;
    expect((await open_app(source)).texts()).toEqual(['2']);
    const small = { 'server.maxCacheDataSize': '1500b' };
    expect((await open_app(source, { config: small })).texts()).toEqual(['3']);
  });
});

describe('an entry on disk', () => {
  it('is handed to the page, read at the next visit, and dropped from both', async () => {
    const kept: { function: string; key: string; data: Blob }[] = [];
    const bytes = new Map<Blob, ArrayBuffer>();
    const dropped: unknown[] = [];
    const services: CacheServices = {
      async keep_entry({ function: name, key, data }) {
        const blob = new Blob([data]);
        bytes.set(blob, data);
        kept.push({ function: name, key, data: blob });
      },
      async drop_entries(place) {
        dropped.push(place);
      },
    };
    const read = (blob: Blob) => bytes.get(blob) as ArrayBuffer;
    const source = `${counted}
@st.cache_data(persist="disk")
def f(x):
    sys.ran += 1
    st.text("drawn")
    return [x]
before = sys.ran
st.text(f"{f(1)} {sys.ran - before}")
if st.button("Forget"): f.clear(1)
if st.button("All"): st.cache_data.clear()
`;
    const first = await open_app(source, { disk: python_cache(kept, services, read) });
    expect(first.texts()).toEqual(['drawn', '[1] 1']);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.function).toMatch(/^[0-9a-f]{32}$/);
    dropped.length = 0;
    const second = await open_app(source, { disk: python_cache(kept, services, read) });
    expect(second.texts()).toEqual(['drawn', '[1] 0']);
    expect(kept).toHaveLength(1);
    await second.click('Forget');
    expect(dropped).toEqual([{ function: kept[0]?.function, key: kept[0]?.key }]);
    await second.rerun();
    expect(second.texts()).toEqual(['drawn', '[1] 1']);
    await second.click('All');
    expect(dropped[1]).toEqual({});
  });
});
