/** From pip's own words to what an author can act on. */
import { CliError } from '../errors.ts';

interface Fault {
  readonly shows: RegExp;
  readonly error: (match: RegExpExecArray, words: string) => CliError;
}

/** The first that shows. */
const faults: readonly Fault[] = [
  {
    shows: /THESE PACKAGES DO NOT MATCH THE HASHES|HashMismatch/,
    error: (_match, words) =>
      new CliError('packages_failed', 'A package is not the file it should be.', words),
  },
  {
    shows: /ResolutionImpossible|conflicting dependencies/,
    error: (_match, words) =>
      new CliError('packages_failed', 'The packages do not go together.', conflict_in(words)),
  },
  {
    shows: /Invalid requirement: ([^\n]*)/,
    error: ([, what = '']) =>
      new CliError('bad_app', `${what.trim()} is no requirement that pip understands.`),
  },
  {
    // Said before pip goes on as if the index had nothing.
    shows: /Retry\(total=0\b|Max retries exceeded|name resolution|Could not fetch URL/,
    error: () =>
      new CliError(
        'packages_failed',
        'The package index cannot be reached.',
        'Look at the network, or at the settings of pip.',
      ),
  },
  {
    // Said before pip goes on without that index.
    shows: /The repository located at (\S+) is not a trusted or secure host/,
    error: ([, host = '']) =>
      new CliError(
        'packages_failed',
        `pip does not trust the package index at ${host}, which it was told to ask.`,
        'Use its address that begins with https://, or tell pip to trust it.',
      ),
  },
  {
    shows:
      /Could not find a version that satisfies the requirement (\S[^\n]*?)(?: \(from versions: ([^)]*)\))?\n/,
    error: ([, wanted = '', versions = 'none']) => no_wheel(wanted, versions),
  },
  {
    shows: /No matching distribution found for ([^\n]+)/,
    error: ([, wanted = '']) => no_wheel(wanted, 'none'),
  },
];

export function pip_error(words: string): CliError {
  for (const { shows, error } of faults) {
    const match = shows.exec(words);
    if (match) return error(match, words);
  }
  return new CliError('packages_failed', 'The packages could not be fetched.', words.trim());
}

/** Whether other versions of what some package needs could do: pip found none that suit all. */
export function is_conflict(words: string): boolean {
  return /ResolutionImpossible|conflicting dependencies/.test(words);
}

/** `wanted`: `numpy>=2 (from pandas)`, as pip writes it. */
function no_wheel(wanted: string, versions: string): CliError {
  const [, requirement = wanted, from] = /^(.*?)(?: \(from (.+)\))?$/.exec(wanted) ?? [];
  const asked_by = from === undefined ? '' : `, which ${from.split('->')[0]} needs,`;
  if (versions === 'none') {
    return new CliError(
      'no_wheel',
      `${requirement}${asked_by} has no build for the browser's Python, or the package index does not know it.`,
      'Is the name right? A package of Python alone works; one with compiled parts needs a wheel for this engine. docs/packages.md says what there is.',
    );
  }
  return new CliError(
    'no_wheel',
    `There is no ${requirement}${asked_by} for the browser's Python. There is ${newest(versions)}.`,
    'Ask for a version that there is, or for none: the newest that suits is taken then.',
  );
}

/** The last five; those before a release only where there is nothing else. */
function newest(versions: string): string {
  const all = versions.split(', ');
  const released = all.filter((version) => !/[a-z]/i.test(version.replace(/\.post\d+$/, '')));
  return (released.length > 0 ? released : all).slice(-5).join(', ');
}

function conflict_in(words: string): string {
  const lines = words.split('\n').map((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith('The conflict is caused by'));
  const end = lines.findIndex((line, index) => index > start && line === '');
  return start === -1 ? words.trim() : lines.slice(start, end === -1 ? undefined : end).join('\n');
}
