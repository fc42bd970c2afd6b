/** Which dollars of a text are around formulas, and which are money. */
import type { DollarsToken, MathToken } from './markdown_tokens.ts';

/** `formulas`: one dollar opens a formula. `money`: only two or more do. */
export type Dollars = 'formulas' | 'money';

/** One look at the whole text: a pair that is surely a formula, with no blank inside its dollars, decides for all. */
export function dollars_of(body: string): Dollars {
  if (!body.includes('$')) return 'money';
  return sure_formula.test(body.replace(escapes_and_code, 'a')) ? 'formulas' : 'money';
}

const escapes_and_code = /\\[\s\S]|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;
/** `$x$`, but neither `$5 and $x` nor `$5-$6`. */
const sure_formula = /\$(?![\s$])[^$\n]*(?<!\s)\$(?!\d)/;

/** How far a closing dollar is looked for. */
const LONGEST = 2_000;
const pair = `(\\$+)(?!\\$)((?:\\\\[\\s\\S]|[^\\\\]){1,${LONGEST}}?)(?<!\\$)\\1(?!\\$)`;
const at_start = new RegExp(`^${pair}`);
const anywhere = new RegExp(`\\\\[\\s\\S]|(?<!\\$)${pair}`, 'g');

/** The formula at the beginning of `source`, closed by as many dollars as opened it; else these dollars as text. */
export function formula(source: string, dollars: Dollars): MathToken | DollarsToken {
  const opened = /^\$+/.exec(source)?.[0] ?? '$';
  const match = opened === '$' && dollars === 'money' ? null : at_start.exec(source);
  const [raw, , tex] = match ?? [];
  if (raw === undefined || tex === undefined || tex.trim() === '') {
    return { type: 'dollars', raw: opened, text: opened };
  }
  return { type: 'math', raw, tex: tex.trim(), display: false };
}

/** The text with its formulas made letters: stars and underscores in them end no emphasis outside of them. */
export function without_formulas(source: string, dollars: Dollars): string {
  return source.replace(anywhere, (whole, opened?: string) => {
    if (opened === undefined || (opened === '$' && dollars === 'money')) return whole;
    return 'a'.repeat(whole.length);
  });
}

/** A formula on lines of its own: between two lines of dollars, or from dollars at a line's start to some at an end. */
export function formula_block(source: string): MathToken | undefined {
  const [raw, , lines, loose] = block.exec(source) ?? [];
  const tex = (lines ?? loose)?.trim();
  if (raw === undefined || !tex) return undefined;
  return { type: 'math', raw, tex, display: true };
}

const block =
  /^ {0,3}(?:(\${2,})[ \t]*\n((?:[\s\S]*?\n)??) {0,3}\1\$*|\$\$((?:\\[\s\S]|[^\\$\n])*\n(?:\\[\s\S]|[^\\$])*)\$\$)[ \t]*(?:\n|$)/;
