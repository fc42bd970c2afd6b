/** Colours, badges, small print, shimmer and icons within a text. Their class names are Streamlit's. */
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import type { SpanToken } from './markdown_tokens.ts';
import './markdown_marks.css';

const classes: Readonly<Record<SpanToken['style'], string>> = {
  text: 'stMarkdownColoredText',
  background: 'stMarkdownColoredBackground',
  badge: 'stMarkdownBadge',
  small: 'stMarkdownSmallText',
  shimmer: 'stMarkdownShimmer',
};

export interface SpanProps extends Pick<SpanToken, 'style' | 'color'> {
  readonly children: ComponentChildren;
}

export function Span({ style, color, children }: SpanProps): JSX.Element {
  return (
    <span class={classes[style]} data-color={color === 'grey' ? 'gray' : color}>
      {children}
    </span>
  );
}

/** In a text an icon is a word: it is read out by its name. */
export function MarkdownIcon({ name }: { name: string }): JSX.Element {
  return <Icon icon={`:material/${name}:`} label={`${name} icon`} />;
}
