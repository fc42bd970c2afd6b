/** Which options a typed text finds, the better ones first. Pure. */

export interface Choice {
  readonly text: string;
  /** It is no option yet: choosing it makes one. */
  readonly added: boolean;
}

export type FilterMode = 'fuzzy' | 'contains' | 'prefix' | null;

/** How well `text` fits, smaller is better; undefined when it does not. Both are in lower case. */
type Score = (text: string, query: string) => number | undefined;

const contains: Score = (text, query) => {
  const at = text.indexOf(query);
  return at < 0 ? undefined : at;
};

const scores: Readonly<Record<'fuzzy' | 'contains' | 'prefix', Score>> = {
  prefix: (text, query) => (text.startsWith(query) ? 0 : undefined),
  contains,
  /** All characters in order; in one piece is better, and the more so the earlier. */
  fuzzy(text, query) {
    const whole = contains(text, query);
    if (whole !== undefined) return whole / 1_000;
    let at = -1;
    let gaps = 0;
    for (const character of query) {
      const next = text.indexOf(character, at + 1);
      if (next < 0) return undefined;
      if (at >= 0) gaps += next - at - 1;
      at = next;
    }
    return 1 + gaps;
  },
};

/** In the order of the options where they fit alike. A text that is none is offered at the end where new ones may be. */
export function filtered(
  options: readonly string[],
  typed: string,
  mode: FilterMode,
  accept_new: boolean,
): readonly Choice[] {
  const query = typed.trim().toLowerCase();
  const known = (text: string): Choice => ({ text, added: false });
  if (query === '') return options.map(known);
  const added = accept_new && !options.includes(typed.trim()) ? [{ text: typed.trim(), added: true }] : [];
  if (mode === null) return [...options.map(known), ...added];
  const score = scores[mode];
  const found = options.flatMap((text, index) => {
    const fit = score(text.toLowerCase(), query);
    return fit === undefined ? [] : [{ text, fit, index }];
  });
  found.sort((a, b) => a.fit - b.fit || a.index - b.index);
  return [...found.map(({ text }) => known(text)), ...added];
}
