/**
 * Rewrites a text that is TOML so that what JavaScript would lose comes through the parser: objects put keys that look like
 * numbers first, and dates end at milliseconds. Such keys get a mark in front, and dates become texts with one.
 */

/** A text that does not occur in `text`, of letters that a bare key may have. */
export function mark_for(text: string): string {
  let mark = 'tablit-mark-';
  while (text.includes(mark)) mark += '-';
  return mark;
}

const blank = /(?:[\s]|#[^\n]*)*/y;
const moment =
  /(?:\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?|\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)/y;
const text_value =
  /"""(?:\\[\s\S]|(?!"""(?!"))[\s\S])*"""|'''(?:(?!'''(?!'))[\s\S])*'''|"(?:\\.|[^"\\])*"|'[^']*'/y;
const other_value = /[^,\]}\s#]+/y;
const key_part = /"(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+/y;
/** How objects spell an index: they put those first, in their order. */
const index_like = /^(["']?)(0|[1-9]\d*)\1$/;

/** `text` has to be TOML: nothing is checked here. */
export function with_marks(text: string, mark: string): string {
  let at = 0;
  let out = '';
  /** Copies what `pattern` finds here, as `change` has it. */
  const take = (pattern: RegExp, change: (found: string) => string = same): boolean => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) return false;
    at += found.length;
    out += change(found);
    return found !== '';
  };
  const skip = () => take(blank);
  const is_next = (letter: string) => text[at] === letter;
  const copy = () => {
    out += text[at] ?? '';
    at++;
  };

  const key = () => {
    for (;;) {
      skip();
      take(key_part, (part) => (index_like.test(part) ? `"${mark}${part.replaceAll(/["']/g, '')}"` : part));
      skip();
      if (!is_next('.')) return;
      copy();
    }
  };
  const pair = () => {
    key();
    copy();
    value();
  };
  const list = (end: string, entry: () => void) => {
    copy();
    skip();
    while (!is_next(end) && at < text.length) {
      entry();
      skip();
      if (is_next(',')) copy();
      skip();
    }
    copy();
  };
  const value = () => {
    skip();
    if (is_next('[')) list(']', value);
    else if (is_next('{')) list('}', pair);
    else if (!take(text_value) && !take(moment, (found) => `"${mark}${found}"`)) take(other_value);
  };
  const header = () => {
    while (is_next('[')) copy();
    key();
    while (is_next(']')) copy();
  };

  for (skip(); at < text.length; skip()) {
    const before = at;
    if (is_next('[')) header();
    else pair();
    // Not TOML after all: the parser says what is wrong with it.
    if (at === before) return text;
  }
  return out;
}

function same(found: string): string {
  return found;
}
