/** Whether a version fits what was asked for, by Python's rules (PEP 440) as far as requirements use them. */

type Key = readonly number[];

const phases: Readonly<Record<string, number>> = {
  dev: -4,
  a: -3,
  alpha: -3,
  b: -2,
  beta: -2,
  rc: -1,
  c: -1,
  post: 1,
};

/** `2.1rc3` is [[2, 1], [-1, 3]]; a local part after `+` does not count. */
function parse(version: string): { readonly release: Key; readonly phase: Key } {
  const [plain = ''] = version.trim().toLowerCase().replace(/^v/, '').split('+');
  const [, numbers = '0', word = '', number = '0'] =
    /^(\d+(?:\.\d+)*)(?:[-_.]?([a-z]+)[-_.]?(\d*))?/.exec(plain) ?? [];
  const phase = word === '' ? [0, 0] : [phases[word] ?? 0, Number(number || 0)];
  return { release: numbers.split('.').map(Number), phase };
}

function compare_keys(a: Key, b: Key): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Negative, 0 or positive, as a sort wants it. */
export function compare_versions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  return compare_keys(left.release, right.release) || compare_keys(left.phase, right.phase);
}

function starts_with(version: string, prefix: string): boolean {
  const [{ release }, { release: wanted }] = [parse(version), parse(prefix)];
  return wanted.every((number, place) => (release[place] ?? 0) === number);
}

type Test = (version: string, wanted: string) => boolean;

const equal: Test = (version, wanted) =>
  wanted.endsWith('.*') ? starts_with(version, wanted.slice(0, -2)) : compare_versions(version, wanted) === 0;

const tests: Readonly<Record<string, Test>> = {
  '===': (version, wanted) => version === wanted,
  '==': equal,
  '!=': (version, wanted) => !equal(version, wanted),
  '~=': (version, wanted) =>
    compare_versions(version, wanted) >= 0 && starts_with(version, wanted.replace(/\.\d+[^.]*$/, '')),
  '>=': (version, wanted) => compare_versions(version, wanted) >= 0,
  '<=': (version, wanted) => compare_versions(version, wanted) <= 0,
  '>': (version, wanted) => compare_versions(version, wanted) > 0,
  '<': (version, wanted) => compare_versions(version, wanted) < 0,
};

/** The part of a requirement after its name: `pandas[x]>=2,<3; python_version > "3"` is `>=2,<3`. */
export function specifier_of(requirement: string): string {
  const [plain = ''] = requirement.split(';');
  if (plain.includes('@')) return '';
  return plain.replace(/^\s*[\w.-]+\s*(\[[^\]]*\])?/, '').replaceAll(/[\s()]/g, '');
}

/** `specifier`: such as `>=2,!=2.1,<3`; anything fits an empty one. */
export function fits(version: string, specifier: string): boolean {
  return specifier
    .split(',')
    .filter((part) => part !== '')
    .every((part) => {
      const [, sign = '', wanted = ''] = /^(===|==|!=|~=|>=|<=|>|<)([\w.*+!-]+)$/.exec(part) ?? [];
      return tests[sign]?.(version, wanted) ?? false;
    });
}
