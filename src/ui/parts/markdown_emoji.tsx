/** `:name:` → the emoji of that name. The names are a chunk of their own, fetched at the first `:name:` of a page. */
import { Fragment, h, type JSX } from 'preact';
import { type Lazy, lazy, useLazy } from './lazy.ts';

const emojis: Lazy<ReadonlyMap<string, string>> = lazy(async () => {
  const { default: lines } = await import('./emoji_names.txt?raw');
  return read_emoji_names(lines);
});

/** A line each: the emoji, then its names, blanks between. */
export function read_emoji_names(lines: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [emoji, ...names] = line.split(' ');
    for (const name of names) found.set(name, emoji as string);
  }
  return found;
}

export function Emoji({ name }: { name: string }): JSX.Element {
  return name === 'streamlit' ? <StreamlitMark /> : <Named name={name} />;
}

function Named({ name }: { name: string }): JSX.Element {
  const known = useLazy(emojis);
  const text = known?.get(name) ?? `:${name}:`;
  return known || emojis.failed() ? h(Fragment, null, text) : <span class="stMarkdownWaiting">{text}</span>;
}

/** Three sails in red: our own drawing, where Streamlit shows its logo. */
function StreamlitMark(): JSX.Element {
  return (
    <svg class="stMarkdownMark" viewBox="0 0 24 24" role="img" aria-label="Streamlit">
      <path fill="#ff4b4b" d="M2 8l10 5 10-5-3.4 11.2a1 1 0 0 1-1 .8H6.4a1 1 0 0 1-1-.8z" />
      <path fill="#bd4043" d="M12 13l5-7 5 2z" />
      <path fill="#7d353b" d="M12 13L7 6 2 8z" />
    </svg>
  );
}
