/** Which options a typed text finds, the better ones first. Pure. */
import { fuzzy_score } from './combobox_fuzzy.ts';

export interface Choice {
  readonly text: string;
  /** It is no option yet: choosing it makes one. */
  readonly added: boolean;
}

export type FilterMode = 'fuzzy' | 'contains' | 'prefix' | null;

/** How well a text fits what is typed in lower case, more is better; undefined when it does not. */
type Score = (text: string, query: string) => number | undefined;

const scores: Readonly<Record<'fuzzy' | 'contains' | 'prefix', Score>> = {
  prefix: (text, query) => (text.toLowerCase().startsWith(query) ? 0 : undefined),
  contains: (text, query) => (text.toLowerCase().includes(query) ? 0 : undefined),
  fuzzy: fuzzy_score,
};

/**
 * In the order of the options where they fit alike. A text that is none comes first where new ones may be: it is what
 * Enter takes.
 */
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
  if (mode === null) return [...added, ...options.map(known)];
  const score = scores[mode];
  const found = options.flatMap((text, index) => {
    const fit = score(text, query);
    return fit === undefined ? [] : [{ text, fit, index }];
  });
  found.sort((a, b) => b.fit - a.fit || a.index - b.index);
  return [...added, ...found.map(({ text }) => known(text))];
}
