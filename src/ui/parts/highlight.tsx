/** Code → lines of coloured nodes. The class names are Prism's, as in Streamlit. */
import type { ComponentChildren } from 'preact';
import { grammar_of, type Piece, tokenize } from './prism.ts';

/** The lines of the code, or undefined for a language that is not known here. */
export function highlight(code: string, language: string): readonly ComponentChildren[] | undefined {
  const grammar = grammar_of(language.toLowerCase());
  if (!grammar || code.length > LONGEST) return undefined;
  const lines: ComponentChildren[][] = [[]];
  add(tokenize(code, grammar), '', lines);
  return lines;
}

/** Half a second of colouring on a slow machine. */
const LONGEST = 200_000;

/** A token of several lines is one span in each of them. */
function add(pieces: readonly Piece[], around: string, lines: ComponentChildren[][]): void {
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      const { type, alias = [], content } = piece;
      const names = ['token', type, ...(Array.isArray(alias) ? alias : [alias])].join(' ');
      const inner = Array.isArray(content) ? content : [content];
      add(inner as readonly Piece[], names, lines);
      continue;
    }
    for (const [index, text] of piece.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text === '') continue;
      lines.at(-1)?.push(around === '' ? text : <span class={around}>{text}</span>);
    }
  }
}
