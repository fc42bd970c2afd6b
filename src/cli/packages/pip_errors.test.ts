import { expect, it } from 'vitest';
import { is_conflict, pip_error } from './pip_errors.ts';

const none = `ERROR: Could not find a version that satisfies the requirement torch (from versions: none)
ERROR: No matching distribution found for torch
`;
const other_version = `ERROR: Could not find a version that satisfies the requirement numpy<2 (from pandas->x) (from versions: 2.3.0, 2.4.6)
ERROR: No matching distribution found for numpy<2
`;
const conflict = `ERROR: Cannot install a and b because these package versions have conflicting dependencies.

The conflict is caused by:
    a 1 depends on c<2
    b 1 depends on c>=2

To fix this you could try to:
1. loosen
ERROR: ResolutionImpossible: for help visit https://x
`;

it.each([
  [
    none,
    'no_wheel',
    /^torch has no build for the browser's Python, or the package index does not know it\.$/,
  ],
  [
    other_version,
    'no_wheel',
    /^There is no numpy<2, which pandas needs, for the browser's Python\. There is 2\.3\.0, 2\.4\.6\.$/,
  ],
  [conflict, 'packages_failed', /do not go together/],
  [
    `WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError'\n${none}`,
    'packages_failed',
    /index cannot be reached/,
  ],
  [
    `WARNING: The repository located at index.example is not a trusted or secure host and is being ignored.\n${none}`,
    'packages_failed',
    /does not trust the package index at index\.example/,
  ],
  [
    'ERROR: Could not find a version that satisfies the requirement a==9 (from versions: 1.0, 2.0.dev1, 2.0, 2.0.post1, 3.0rc1)\n',
    'no_wheel',
    /There is 1\.0, 2\.0, 2\.0\.post1\.$/,
  ],
  ["ERROR: Invalid requirement: 'a b'\n", 'bad_app', /'a b' is no requirement/],
  ['ERROR: something else', 'packages_failed', /could not be fetched/],
])('%j', (words, code, message) => {
  const error = pip_error(words);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
});

it('a conflict is told in its own lines', () => {
  expect(pip_error(conflict).hint).toBe(
    'The conflict is caused by:\na 1 depends on c<2\nb 1 depends on c>=2',
  );
  expect([is_conflict(conflict), is_conflict(none)]).toEqual([true, false]);
});
