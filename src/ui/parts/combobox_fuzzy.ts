/**
 * How well a text fits what is typed, as fzy has it (github.com/jhawthorn/fzy, where its numbers are from): all
 * characters in order; better in one piece, at the beginning of a word, early, and in a short text. Pure.
 */
const GAP = 0.01;
const OUTER_GAP = 0.005;
const IN_ONE_PIECE = 1;
const CAPITAL = 0.7;

/** What a character is worth by what stands before it; the beginning of the text counts as a slash. */
const after: Readonly<Record<string, number>> = { '/': 0.9, '-': 0.8, _: 0.8, ' ': 0.8, '.': 0.6 };

function worth(before: string, character: string): number {
  const by_word = after[before];
  if (by_word !== undefined) return by_word;
  return /^\p{Ll}$/u.test(before) && /^\p{Lu}$/u.test(character) ? CAPITAL : 0;
}

/** More is better; undefined when a character is missing. `query` is in lower case. */
export function fuzzy_score(text: string, query: string): number | undefined {
  const lower = text.toLowerCase();
  if (!has_in_order(lower, query)) return undefined;
  // The same length: it is the text itself. Some letters are longer in lower case; they have no places to compare.
  if (lower.length === query.length || lower.length !== text.length) return Number.POSITIVE_INFINITY;
  const worths = Array.from(text, (_, at) => worth(at === 0 ? '/' : (text[at - 1] ?? ''), text[at] ?? ''));
  // For each place the best score up to it, and the best that ends with a match there, of the characters so far.
  let best: number[] = [];
  let matched: number[] = [];
  for (const [nth, character] of [...query].entries()) {
    const gap = nth === query.length - 1 ? OUTER_GAP : GAP;
    const [best_before, matched_before] = [best, matched];
    best = [];
    matched = [];
    let so_far = Number.NEGATIVE_INFINITY;
    for (const [at, bonus] of worths.entries()) {
      let here = Number.NEGATIVE_INFINITY;
      if (lower[at] === character) {
        const fresh = nth === 0 ? -at * OUTER_GAP : (best_before[at - 1] ?? Number.NEGATIVE_INFINITY);
        const joined =
          nth === 0 ? Number.NEGATIVE_INFINITY : (matched_before[at - 1] ?? Number.NEGATIVE_INFINITY);
        here = Math.max(fresh + bonus, joined + IN_ONE_PIECE);
      }
      so_far = Math.max(here, so_far - gap);
      matched.push(here);
      best.push(so_far);
    }
  }
  return best.at(-1);
}

function has_in_order(text: string, query: string): boolean {
  let at = -1;
  for (const character of query) {
    at = text.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
