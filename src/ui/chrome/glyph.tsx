/** The few pictures of the page's own controls: lines in a square of 24, there at the first paint without a font. */
import type { JSX } from 'preact';

const paths = {
  more: 'M12 5h.01M12 12h.01M12 19h.01',
  collapse: 'M12 6l-6 6 6 6M19 6l-6 6 6 6',
  expand: 'M12 6l6 6-6 6M5 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  open: 'M8 6h10v10M18 6L6 18',
  chevron: 'M6 9l6 6 6-6',
  terminal: 'M5 7l5 5-5 5M12.5 18H19',
  rerun: 'M19 12a7 7 0 1 1-2.2-5.1M17 3v4h-4',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  alert: 'M12 7v6M12 17h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  stop: 'M7 7h10v10H7z',
} as const;

export type GlyphName = keyof typeof paths;

export function Glyph({ name, size = 20 }: { name: GlyphName; size?: number }): JSX.Element {
  return (
    <svg
      class="stGlyph"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={name === 'stop' ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width={name === 'more' ? 3.5 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
