/** What begins with `:` or `$` inside a text: read here, one attempt at each such character. */
import type { Lexer } from 'marked';
import { type Dollars, formula } from './markdown_formulas.ts';
import type { AnyToken, Color, EmojiToken, IconToken, OwnToken, SpanToken } from './markdown_tokens.ts';

/** Where a text can be interrupted by one of these, for marked's own rule of plain text. */
export const INTERRUPTS = '\\$|:[a-z0-9+-]';

/** The token at the beginning of `source`, if there is one of ours. */
export function own_token(lexer: Lexer, source: string, dollars: Dollars): OwnToken | undefined {
  const first = source.charCodeAt(0);
  if (first === 0x24) return formula(source, dollars);
  if (first !== 0x3a) return undefined;
  return span(lexer, source) ?? icon(source) ?? emoji(source);
}

const span_start =
  /^:(?:(red|orange|yellow|blue|green|violet|gray|grey|primary|rainbow)(-background|-badge)?|(small|shimmer))\[/;

function span(lexer: Lexer, source: string): SpanToken | undefined {
  const start = span_start.exec(source);
  if (!start) return undefined;
  const end = closing_bracket(source, start[0].length);
  if (end < 0) return undefined;
  const [opened, color, suffix, other] = start;
  return {
    type: 'span',
    raw: source.slice(0, end + 1),
    style: (other ?? suffix?.slice(1) ?? 'text') as SpanToken['style'],
    color: color as Color | undefined,
    tokens: lexer.inlineTokens(source.slice(opened.length, end)) as AnyToken[],
  };
}

/** How far a closing bracket is looked for: a page of text. */
const LONGEST_SPAN = 20_000;

/** The index of the `]` that closes a bracket opened before `from`, or -1. Escapes and code are stepped over. */
function closing_bracket(source: string, from: number): number {
  const limit = Math.min(source.length, from + LONGEST_SPAN);
  let depth = 1;
  for (let index = from; index < limit; index++) {
    switch (source[index]) {
      case '\\':
        index++;
        break;
      case '`':
        index = code_end(source, index);
        break;
      case '[':
        depth++;
        break;
      case ']':
        depth--;
        if (depth === 0) return index;
        break;
    }
  }
  return -1;
}

/** The index of the last character of the code that starts at `from`; of the backticks alone if nothing closes them. */
function code_end(source: string, from: number): number {
  const ticks = /^`+/.exec(source.slice(from))?.[0] ?? '`';
  const after = from + ticks.length;
  const end = source.indexOf(ticks, after);
  return end < 0 || end > from + LONGEST_SPAN ? after - 1 : end + ticks.length - 1;
}

function icon(source: string): IconToken | undefined {
  const match = /^:material\/([a-z0-9_]+):/.exec(source);
  return match?.[1] === undefined ? undefined : { type: 'icon', raw: match[0], name: match[1] };
}

/**
 * Numbers between colons are a time of day, but for the two that are emoji. What goes on with a letter, a digit or a
 * pictogram is something else between colons: `key:100:value`.
 */
function emoji(source: string): EmojiToken | undefined {
  const match =
    /^:(?!\d+:(?<!:100:|:1234:))([a-z0-9_+-]{1,60}):(?![\p{L}\p{N}\p{M}\p{Cf}\u{10000}-\u{10ffff}])/u.exec(
      source,
    );
  return match?.[1] === undefined ? undefined : { type: 'emoji', raw: match[0], name: match[1] };
}
