/** The chunk that reads texts with marks. What it has read it keeps: a rerun brings most texts again. */
import type { ComponentChild } from 'preact';
import { lex } from './markdown_lexer.ts';
import { nodes_of, type Options, text_of } from './markdown_nodes.tsx';
import type { AnyToken } from './markdown_tokens.ts';

export function nodes_of_body(body: string, options: Options): ComponentChild[] {
  return nodes_of(tokens_of(body), options);
}

export function text_of_body(body: string): string {
  return text_of(tokens_of(body));
}

const cache = new Map<string, readonly AnyToken[]>();
const CACHED_TEXTS = 2_000;
/** Longer ones are kept by the component that shows them only. */
const CACHED_LENGTH = 5_000;

function tokens_of(body: string): readonly AnyToken[] {
  const known = cache.get(body);
  if (known) return known;
  const tokens = lex(body);
  if (body.length <= CACHED_LENGTH) {
    if (cache.size >= CACHED_TEXTS) cache.clear();
    cache.set(body, tokens);
  }
  return tokens;
}
