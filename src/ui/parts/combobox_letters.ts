/** Letters typed into a field that takes no text: they point at the option that begins with them. Pure. */

/** Letters typed within this many milliseconds are one word. */
const WORD = 700;

/** What was typed last, and when. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

export function with_letter(before: Typed | undefined, letter: string, now: number): Typed {
  const goes_on = before && now - before.at <= WORD;
  return { text: goes_on ? before.text + letter : letter, at: now };
}

/** The place of the option that begins with `text`, from a place on and then from the start. */
export function find_by_letters(options: readonly string[], text: string, from: number): number | undefined {
  // The same letter again is the next option that begins with it.
  const same = [...text].every((letter) => letter === text[0]);
  const wanted = (same ? text.slice(0, 1) : text).toLowerCase();
  const start = same ? from + 1 : Math.max(from, 0);
  for (let step = 0; step < options.length; step++) {
    const index = (start + step) % options.length;
    if (options[index]?.toLowerCase().startsWith(wanted)) return index;
  }
  return undefined;
}
