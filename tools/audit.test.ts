import { expect, it } from 'vitest';
import { read_audit } from './audit.ts';
import { npm_component } from './sbom.ts';

it('a report is counted', () => {
  const vulnerabilities = { info: 0, low: 1, moderate: 2, high: 1, critical: 1, total: 5 };
  expect(read_audit(JSON.stringify({ metadata: { vulnerabilities } }))).toEqual({
    kind: 'audited',
    serious: 2,
    other: 3,
  });
});

it.each([
  ['', 'npm gave no report'],
  ['<html>', 'npm gave no report'],
  [JSON.stringify({ error: { code: 'ENOAUDIT', summary: 'no audit here' } }), 'no audit here'],
  [JSON.stringify({ message: '404 Not Found' }), '404 Not Found'],
])('a registry that does not answer is said: %j', (printed, why) => {
  expect(read_audit(printed)).toEqual({ kind: 'not_audited', why });
});

it('a package of npm has the hash of the lock file', () => {
  const lock = { packages: { 'node_modules/@a/b': { version: '1.0.0', integrity: 'sha512-AAEC' } } };
  expect(npm_component({ name: '@a/b', version: '1.0.0', license: 'MIT' }, lock)).toEqual({
    type: 'library',
    'bom-ref': 'pkg:npm/%40a/b@1.0.0',
    name: '@a/b',
    version: '1.0.0',
    purl: 'pkg:npm/%40a/b@1.0.0',
    licenses: [{ expression: 'MIT' }],
    hashes: [{ alg: 'SHA-512', content: '000102' }],
  });
});
