import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import type { Component } from '../component.ts';
import './spinner.css';

/** What is done sooner needs no sign: it would only flicker. */
const DELAY_MS = 500;

export const spinner: Component<'spinner'> = ({ element }) => {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const { text, show_time = false } = element;
  return (
    <div class="stSpinner" data-testid="stSpinner" role="status">
      <Icon icon="spinner" />
      <Markdown body={text} inline links />
      {show_time && <Seconds />}
    </div>
  );
};

/** Not read out: it changes ten times a second. */
function Seconds(): JSX.Element {
  const [passed, set_passed] = useState(DELAY_MS / 1_000);
  useEffect(() => {
    const start = performance.now() - DELAY_MS;
    const timer = setInterval(() => set_passed((performance.now() - start) / 1_000), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="stSpinnerTime" aria-hidden>
      {clock(passed)}
    </span>
  );
}

/** `(4.2 seconds)`, `(1 minute, 5.0 seconds)`. */
export function clock(seconds: number): string {
  const tenths = Math.floor(seconds * 10) / 10;
  const named = (count: number, name: string) =>
    count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  const parts = [
    ...named(Math.floor(tenths / 3_600), 'hour'),
    ...named(Math.floor((tenths % 3_600) / 60), 'minute'),
    `${(tenths % 60).toFixed(1)} seconds`,
  ];
  return `(${parts.join(', ')})`;
}
