import { expect, it } from 'vitest';
import { line_numbers } from '../alike.ts';
import { earlier_version, type Version } from './versions.ts';

const script = 'import streamlit as st\n\nkey = st.secrets["K"]\nst.write("one")\nst.write("two")\n';

const version = (identity: string, text: string, more: Partial<Version> = {}): Version => ({
  identity,
  from: undefined,
  files: new Map([['app.py', identity]]),
  lines: line_numbers(text),
  has_secrets: true,
  written: 1,
  ...more,
});

it('a script with a line changed is a later version, another script is none', () => {
  const old = version('old', script);
  expect(earlier_version([old], version('new', script.replace('two', 'three')))).toBe(old);
  expect(
    earlier_version([old], version('other', 'import streamlit as st\nst.title("Weather")\nst.map()')),
  ).toBeUndefined();
});

it('what comes from the same address is a later version, however much it changed', () => {
  const old = version('old', script, { from: 'https://a.example/app.py' });
  const now = version('new', 'st.map()', { from: 'https://a.example/app.py' });
  expect(earlier_version([old], now)).toBe(old);
  expect(earlier_version([old], { ...now, from: 'https://b.example/app.py' })).toBeUndefined();
});

it('the last one counts, itself and those without secrets do not', () => {
  const now = version('now', script);
  const all = [
    now,
    version('older', script, { written: 2 }),
    version('newer', script, { written: 3 }),
    version('refused', script, { written: 4, has_secrets: false }),
  ];
  expect(earlier_version(all, now)?.identity).toBe('newer');
});
