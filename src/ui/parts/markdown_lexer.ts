/** Markdown's text → tokens: marked's lexer, taught Streamlit's own marks. */
import { Lexer, type MarkedOptions, type Rules, type Token, Tokenizer, type Tokens } from 'marked';
import { INTERRUPTS, own_token } from './markdown_inline.ts';
import type { AnyToken, MathToken } from './markdown_tokens.ts';

/** The tokens of a whole text. One that no lexer can read (nested without end) is one paragraph, as it is. */
export function lex(body: string): readonly AnyToken[] {
  try {
    const lexer = new_lexer(body);
    if (!is_one_paragraph(body)) return lexer.lex(body) as unknown as AnyToken[];
    return [paragraph(body, lexer.inlineTokens(body.trim()))];
  } catch {
    return [paragraph(body, [{ type: 'text', raw: body, text: body, escaped: true }])];
  }
}

/** Most texts are one line of prose: they need no search for blocks, which is half of the work. */
function is_one_paragraph(body: string): boolean {
  return !body.includes('\n') && !block_start.test(body);
}

/** Any line that may be more than the start of a paragraph. To say so of one too many costs time only. */
const block_start =
  /^(?: {4}|\t| {0,3}(?:[#>|]|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|`{3}|~{3}|[-_*=]{2}|\$\$|<|\[[^\]]*\]:))/;

function paragraph(body: string, tokens: Token[]): AnyToken {
  return { type: 'paragraph', raw: body, text: body, tokens };
}

type Extensions = NonNullable<MarkedOptions['extensions']>;

const tokenizer = new Tokenizer();
const inline_only: Extensions = {
  renderers: {},
  childTokens: {},
  inline: [
    function inline(source) {
      return own_token(this.lexer, source) as Tokens.Generic | undefined;
    },
  ],
};
/** Formulas on lines of their own: looked for only where there are two dollars at all. */
const with_blocks: Extensions = {
  ...inline_only,
  block: [(source) => math_block(source)],
  startBlock: [(source) => source.search(/\n {0,3}\$\$/) + 1 || undefined],
};

function new_lexer(body: string): Lexer {
  const lexer = new Lexer({
    gfm: true,
    tokenizer,
    extensions: body.includes('$$') ? with_blocks : inline_only,
    // Taken as a method only; the class around it belongs to marked's own `parse`.
    hooks: body.includes('$') ? (mask as MarkedOptions['hooks'] & object) : null,
  });
  rules ??= with_interrupts(tokenizer.rules);
  tokenizer.rules = rules;
  return lexer;
}

let rules: Rules | undefined;

/** marked's rules, except that plain text also ends where a mark of ours may begin. */
function with_interrupts(before: Rules): Rules {
  const { source } = before.inline.text;
  const text = source.replace('(?=[\\\\<!\\[`*~_]|', `$&${INTERRUPTS}|`);
  if (text === source) throw new Error('marked ends its plain text by another rule now.');
  return { ...before, inline: { ...before.inline, text: new RegExp(text) } };
}

/** Stars and underscores in a formula end no emphasis outside of it. */
const mask = {
  emStrongMask: (source: string) =>
    source.replace(/(\${1,2})(?:\\[\s\S]|[^\\$])+?\1(?![$\d])/g, (whole) => 'a'.repeat(whole.length)),
};

/** From `$$` at the start of a line to `$$` at the end of one. */
function math_block(source: string): MathToken | undefined {
  const match = /^ {0,3}\$\$((?:\\[\s\S]|[^\\$])+)\$\$[ \t]*(?:\n|$)/.exec(source);
  const [raw, tex] = match ?? [];
  if (raw === undefined || tex === undefined) return undefined;
  return { type: 'math', raw, tex: tex.trim(), display: true };
}
