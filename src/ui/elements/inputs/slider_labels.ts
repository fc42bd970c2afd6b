/**
 * Where the values stand over their thumbs: in the middle, but inside the slider's width and clear of each other. Style
 * sheets know how wide the track is (`100cqw`); how wide a text is, is estimated from its length, which is only needed at
 * the edges and where two values meet.
 */

/** Half of what a character takes, in em of the label. */
const HALF_CHARACTER = 0.26;
/** Between two labels. */
const GAP = '0.5em';
/** The track ends in the middle of a thumb. */
const EDGE = '0.375rem';

/** The `left` of each label in its thumb's box. `shares`: where the thumbs are, from 0 to 1. */
export function label_lefts(shares: readonly number[], texts: readonly string[]): readonly string[] {
  const halves = texts.map((text) => `${tidy([...text].length * HALF_CHARACTER)}em`);
  const at = shares.map((share) => `${tidy(share * 100)}cqw`);
  const inside = (thumb: number, centre: string, from: string, to: string) =>
    `calc(50% + clamp(${from}, ${centre}, ${to}) - ${at[thumb]})`;
  const [first = '0em', second] = halves;
  if (second === undefined) {
    return [inside(0, at[0] ?? '0cqw', `${first} - ${EDGE}`, `100cqw + ${EDGE} - ${first}`)];
  }
  const apart = `(${first} + ${GAP} + ${second})`;
  const push = `max(0px, (${apart} - (${at[1]} - ${at[0]})) / 2)`;
  const low = `clamp(${first} - ${EDGE}, ${at[0]} - ${push}, 100cqw + ${EDGE} - ${second} - ${apart})`;
  return [
    `calc(50% + ${low} - ${at[0]})`,
    inside(1, `${at[1]} + ${push}`, `${low} + ${apart}`, `100cqw + ${EDGE} - ${second}`),
  ];
}

function tidy(value: number): number {
  return Number(value.toFixed(4));
}
