/** The tokens of Streamlit's Markdown that GitHub's has not. */
import type { MarkedToken } from 'marked';

export interface MathToken {
  readonly type: 'math';
  readonly raw: string;
  readonly tex: string;
  /** On lines of its own. */
  readonly display: boolean;
}

/** Dollars that open no formula. */
export interface DollarsToken {
  readonly type: 'dollars';
  readonly raw: string;
  readonly text: string;
}

export type Color =
  | 'red'
  | 'orange'
  | 'yellow'
  | 'blue'
  | 'green'
  | 'violet'
  | 'gray'
  | 'grey'
  | 'primary'
  | 'rainbow';

/** `:red[…]`, `:red-background[…]`, `:red-badge[…]`, `:small[…]`, `:shimmer[…]`. */
export interface SpanToken {
  readonly type: 'span';
  readonly raw: string;
  readonly style: 'text' | 'background' | 'badge' | 'small' | 'shimmer';
  readonly color: Color | undefined;
  readonly tokens: readonly AnyToken[];
}

/** `:material/name:`. */
export interface IconToken {
  readonly type: 'icon';
  readonly raw: string;
  readonly name: string;
}

/** `:name:`, an emoji if there is one of that name, or Streamlit's mark. */
export interface EmojiToken {
  readonly type: 'emoji';
  readonly raw: string;
  readonly name: string;
}

export type OwnToken = MathToken | DollarsToken | SpanToken | IconToken | EmojiToken;
export type AnyToken = MarkedToken | OwnToken;
