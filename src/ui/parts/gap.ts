/** The space between the elements of a container: names of sizes, or pixels. */
const sizes: ReadonlyMap<string, string> = new Map([
  ['none', '0px'],
  ['xxsmall', '0.25rem'],
  ['xsmall', '0.5rem'],
  ['small', '1rem'],
  ['medium', '2rem'],
  ['large', '4rem'],
  ['xlarge', '6rem'],
  ['xxlarge', '8rem'],
]);

/** The `gap` of a flex box. */
export function gap_style(gap: number | string = 'small'): { readonly gap: string } {
  return { gap: typeof gap === 'number' ? `${gap}px` : (sizes.get(gap) ?? '1rem') };
}
