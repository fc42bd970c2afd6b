/** Whether a version of Python is one that a script asks for (`requires-python`, PEP 440 without the rare parts). */

type Release = readonly number[];

const CLAUSE = /^\s*(~=|==|!=|<=|>=|<|>)\s*(\d+(?:\.\d+)*)(\.\*)?\s*$/;

const holds: Readonly<Record<string, (order: number, same_start: boolean) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '~=': (order, same_start) => order >= 0 && same_start,
};

/** `wanted`: `>=3.11,<4`; `version`: `3.14.2`. Undefined for a text that is no list of versions. */
export function suits_python(wanted: string, version: string): boolean | undefined {
  const has = release(version);
  let suits = true;
  for (const clause of wanted.split(',').filter((text) => text.trim() !== '')) {
    const [, sign = '', text, star] = CLAUSE.exec(clause) ?? [];
    if (text === undefined) return undefined;
    const asked = release(text);
    // `==3.12.*` looks at the parts that are there.
    const order = compare(star === undefined ? has : has.slice(0, asked.length), asked);
    const same_start = compare(has.slice(0, asked.length - 1), asked.slice(0, -1)) === 0;
    suits &&= holds[sign]?.(order, same_start) ?? false;
  }
  return suits;
}

function release(text: string): Release {
  return text.split('.').map(Number);
}

/** Parts that are not there count as 0. */
function compare(a: Release, b: Release): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
