/** The chunk that reads texts with marks. What it has read it keeps: a rerun brings most texts again. */
import type { ComponentChild } from 'preact';
import { type Form, lex } from './markdown_lexer.ts';
import { nodes_of, type Options, text_of } from './markdown_nodes.tsx';
import type { AnyToken } from './markdown_tokens.ts';

export function nodes_of_body(body: string, options: Options): ComponentChild[] {
  return nodes_of(tokens_of(body, options.form), options);
}

export function text_of_body(body: string, form: Form): string {
  return text_of(tokens_of(body, form));
}

type Cache = Map<string, readonly AnyToken[]>;

const caches: Readonly<Record<Form, Cache>> = { text: new Map(), label: new Map(), heading: new Map() };
const CACHED_TEXTS = 2_000;
/** Longer ones are kept by the component that shows them only. */
const CACHED_LENGTH = 5_000;

function tokens_of(body: string, form: Form): readonly AnyToken[] {
  const cache = caches[form];
  const known = cache.get(body);
  if (known) return known;
  const tokens = lex(body, form);
  if (body.length <= CACHED_LENGTH) {
    if (cache.size >= CACHED_TEXTS) cache.clear();
    cache.set(body, tokens);
  }
  return tokens;
}
