/** Markdown's text → tokens: marked's lexer, taught Streamlit's own marks. */
import { Lexer, type MarkedOptions, type Rules, type Token, Tokenizer, type Tokens } from 'marked';
import { type Dollars, dollars_of, formula_block, without_formulas } from './markdown_formulas.ts';
import { INTERRUPTS, own_token } from './markdown_inline.ts';
import type { AnyToken } from './markdown_tokens.ts';

/**
 * What a text is read as. `text`: all of Markdown. `label`: its lists, headings and quotes are words (`1. First`).
 * `heading`: what may stand behind a heading's mark, a line without blocks.
 */
export type Form = 'text' | 'label' | 'heading';

/** The tokens of a whole text. One that no lexer can read (nested without end) is one paragraph, as it is. */
export function lex(body: string, form: Form = 'text'): readonly AnyToken[] {
  const source = prepared[form](body);
  try {
    const lexer = new_lexer(source);
    if (form !== 'heading' && !is_one_paragraph(source)) return lexer.lex(source) as unknown as AnyToken[];
    return [paragraph(source, lexer.inlineTokens(source.trim()))];
  } catch {
    return [paragraph(body, [{ type: 'text', raw: body, text: body, escaped: true }])];
  }
}

const prepared: Readonly<Record<Form, (body: string) => string>> = {
  text: (body) => body,
  label: (body) => outside_fences(body, (lines) => lines.replace(block_marks, mask_mark)),
  heading: (body) => body.trim().replace(/(?:^|[ \t]+)#+$/, ''),
};

/** What would begin a heading, a quote or an item of a list. A line with a rule or a table's line has no such mark. */
const block_marks = /^( {0,3})(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$))/gm;

/** `1.` → `1\.`, `##` → `\##`. */
function mask_mark(_: string, indent: string, mark: string): string {
  const digits = /^\d*/.exec(mark)?.[0] ?? '';
  return `${indent}${digits}\\${mark.slice(digits.length)}`;
}

/** Code between fences is no text: nothing in it is changed. */
function outside_fences(body: string, change: (lines: string) => string): string {
  const fences = /^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*(?:\n[\s\S]*?^ {0,3}\1[`~]*[ \t]*$|[\s\S]*)/gm;
  let changed = '';
  let done = 0;
  for (const { 0: fenced, index } of body.matchAll(fences)) {
    changed += change(body.slice(done, index)) + fenced;
    done = index + fenced.length;
  }
  return changed + change(body.slice(done));
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

function extensions(dollars: Dollars): Extensions {
  return {
    renderers: {},
    childTokens: {},
    inline: [
      function inline(source) {
        return own_token(this.lexer, source, dollars) as Tokens.Generic | undefined;
      },
    ],
  };
}

const inline_only: Readonly<Record<Dollars, Extensions>> = {
  formulas: extensions('formulas'),
  money: extensions('money'),
};

/** Formulas on lines of their own: looked for only where there are two dollars at all. */
const with_blocks = {
  block: [(source: string) => formula_block(source)],
  startBlock: [(source: string) => source.search(/\n {0,3}\$\$/) + 1 || undefined],
};

function new_lexer(body: string): Lexer {
  const dollars = dollars_of(body);
  const inline = inline_only[dollars];
  const lexer = new Lexer({
    gfm: true,
    tokenizer,
    extensions: body.includes('$$') ? { ...inline, ...with_blocks } : inline,
    // Taken as a method only; the class around it belongs to marked's own `parse`.
    hooks: body.includes('$') ? (masks[dollars] as MarkedOptions['hooks'] & object) : null,
  });
  rules ??= with_interrupts(tokenizer.rules);
  tokenizer.rules = rules;
  return lexer;
}

const masks: Readonly<Record<Dollars, { emStrongMask: (source: string) => string }>> = {
  formulas: { emStrongMask: (source) => without_formulas(source, 'formulas') },
  money: { emStrongMask: (source) => without_formulas(source, 'money') },
};

let rules: Rules | undefined;

/** marked's rules, except that plain text also ends where a mark of ours may begin. */
function with_interrupts(before: Rules): Rules {
  const { source } = before.inline.text;
  const text = source.replace('(?=[\\\\<!\\[`*~_]|', `$&${INTERRUPTS}|`);
  if (text === source) throw new Error('marked ends its plain text by another rule now.');
  return { ...before, inline: { ...before.inline, text: new RegExp(text) } };
}
