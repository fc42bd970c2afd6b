/** Attributes of `<tablit-app>` that have a few values: the first is what it is without one. Pure. */

const values = {
  theme: ['system', 'light', 'dark'],
  loading: ['lazy', 'eager'],
} as const;

type Name = keyof typeof values;

export interface Attribute<N extends Name> {
  readonly value: (typeof values)[N][number];
  /** For whoever wrote the page. Absent when all is well. */
  readonly fault?: string;
}

/** `given`: null where there is none. As in HTML, a wrong value is the default; here it is said, too. */
export function read_attribute<N extends Name>(name: N, given: string | null): Attribute<N> {
  const known: readonly Attribute<N>['value'][] = values[name];
  const standard = known[0] as Attribute<N>['value'];
  if (given === null) return { value: standard };
  const value = known.find((one) => one === given.trim().toLowerCase());
  if (value !== undefined) return { value };
  const list = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
  return {
    value: standard,
    fault: `tablit-app: ${name} must be ${list}, not ${JSON.stringify(given)}. It is taken as ${standard}.`,
  };
}
