/** Projects for tests: fixed ones, and arbitrary ones that every rule allows. */
import fc from 'fast-check';
import { type Bytes, utf8 } from '../bytes.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { check_paths } from '../paths.ts';
import type { Project } from '../project.ts';
import { secret_file } from '../secret_files.ts';

export function project(files: Readonly<Record<string, string | Bytes>>, entrypoint = 'app.py'): Project {
  const entries = Object.entries(files);
  return {
    entrypoint,
    files: new Map(
      entries.map(([path, body]) => [path, typeof body === 'string' ? utf8.encode(body) : body] as const),
    ),
  };
}

/** Twenty lines, as a first app has them. */
export const TWENTY_LINES = `import streamlit as st
import math

st.set_page_config(page_title="Compound interest", page_icon=":moneybag:")
st.title("How savings grow")
st.write("Move the sliders to see what *compound interest* does.")

start = st.slider("Starting amount", 0, 100_000, 5_000, step=500)
monthly = st.slider("Saved each month", 0, 2_000, 150)
rate = st.number_input("Interest per year, in percent", 0.0, 20.0, 4.5)
years = st.radio("Years", [5, 10, 20, 30], horizontal=True)

balance = float(start)
for month in range(years * 12):
    balance = balance * (1 + rate / 1200) + monthly

st.header(f"{balance:,.0f} after {years} years")
doubling = math.log(2) / math.log(1 + rate / 100) if rate else math.inf
st.caption(f"At this rate money doubles in {doubling:.1f} years.")
st.success("Nothing leaves this tab.")
`;

const bytes = fc.uint8Array({ maxLength: 600 }).map((body) => new Uint8Array(body) as Bytes);
const body = fc.oneof(
  fc.constant(new Uint8Array() as Bytes),
  bytes,
  fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => utf8.encode(text)),
);

const part = fc.oneof(
  fc.constantFrom(
    'pages',
    'data',
    'Übersicht',
    '日本語',
    'año',
    '📈 Chart',
    '👩‍🔬',
    'a b',
    'x.y-z_0',
    'नमस्ते',
    '.streamlit',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);

const path = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '.py', '.csv', '.toml', '.png'))
  .map(([parts, suffix]) => parts.join('/') + suffix);

function allowed(paths: readonly string[]): boolean {
  try {
    check_paths(paths, DEFAULT_LIMITS);
    return paths.every((name) => secret_file(name) === undefined);
  } catch {
    return false;
  }
}

export const arbitrary_project: fc.Arbitrary<Project> = fc
  .array(
    fc.tuple(
      path.filter((name) => allowed([name])),
      body,
    ),
    { maxLength: 8 },
  )
  .chain((rest) =>
    fc.tuple(
      fc.constant(rest),
      fc.constantFrom('app.py', 'streamlit_app.py', 'pages/1_🏠.py', 'größe.py'),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    ),
  )
  .map(([rest, entrypoint, script]) => {
    const files = new Map<string, Bytes>([[entrypoint, utf8.encode(script)]]);
    for (const [name, content] of rest) {
      if (!allowed([...files.keys(), name]) || files.has(name)) continue;
      // Scripts must be UTF-8; the bytes of others are anything.
      files.set(name, name.endsWith('.py') ? utf8.encode(`# ${content.length}\n`) : content);
    }
    return { entrypoint, files };
  });
