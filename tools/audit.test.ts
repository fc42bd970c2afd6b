import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { audit, read_audit, say } from './audit.ts';
import { npm_component } from './sbom.ts';

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0)) await undo();
});

/** As the registry answers `POST /-/npm/v1/security/advisories/bulk`: a list for each package of which it knows something. */
const advisories = {
  minimist: [
    {
      id: 1097678,
      url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h',
      title: 'Prototype Pollution in minimist',
      severity: 'critical',
      vulnerable_versions: '<0.2.4',
      cwe: ['CWE-1321'],
      cvss: { score: 9.8, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
    },
  ],
};

interface Asked {
  readonly path: string;
  readonly names: readonly string[];
}

/** What a registry says of a package, as far as `npm audit` reads it. */
const packument = {
  name: 'minimist',
  'dist-tags': { latest: '1.2.8' },
  versions: Object.fromEntries(
    ['0.0.8', '1.2.8'].map((version) => [version, { name: 'minimist', version, dist: {} }]),
  ),
};

/** A registry that answers audits with `answer`. */
async function registry(status: number, answer: unknown): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      if (request.method === 'POST') {
        const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        asked.push({ path: request.url ?? '', names: Object.keys(JSON.parse(text.toString()) as object) });
      }
      const [code, said] = request.method === 'POST' ? [status, answer] : [200, packument];
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanup.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A folder with a lock file that has `minimist` in this version. */
async function project(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tablit-audit-'));
  cleanup.push(() => rm(folder, { recursive: true }));
  const dependencies = { minimist: version };
  const minimist = { version, integrity: 'sha512-AAEC' };
  const lock = { lockfileVersion: 3, packages: { '': { dependencies }, 'node_modules/minimist': minimist } };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', dependencies }),
  );
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', ...lock }),
  );
  return folder;
}

it('what the registry knows of a package is a failure that names it', async () => {
  const { origin, asked } = await registry(200, advisories);
  const verdict = await audit(await project('0.0.8'), ['--registry', origin]);
  expect(asked).toEqual([{ path: '/-/npm/v1/security/advisories/bulk', names: ['minimist'] }]);
  const { lines, code } = say(verdict);
  expect(code).toBe(1);
  expect(lines[0]).toBe(
    'CRITICAL minimist: Prototype Pollution in minimist (https://github.com/advisories/GHSA-xvch-5gv4-984h)',
  );
});

it('a package that is not touched by it is none', async () => {
  const { origin } = await registry(200, advisories);
  const { lines, code } = say(await audit(await project('1.2.8'), ['--registry', origin]));
  expect({ lines, code }).toEqual({ lines: ['Audited: nothing is known of 1 packages.'], code: 0 });
});

it('a registry that answers no audits is said, and no failure', async () => {
  const { origin } = await registry(405, {});
  const { lines, code } = say(await audit(await project('0.0.8'), ['--registry', origin]));
  expect(lines[0]).toMatch(/^NOT AUDITED: 405 Method Not Allowed - POST http/);
  expect(code).toBe(0);
});

it('a registry that is not there is said, and no failure', async () => {
  const { origin } = await registry(200, {});
  await cleanup.shift()?.();
  const { lines, code } = say(await audit(await project('0.0.8'), ['--registry', origin]));
  expect(lines[0]).toMatch(/^NOT AUDITED: .*ECONNREFUSED/);
  expect(code).toBe(0);
});

it('a package that is bad by what it needs is named with that', () => {
  const vulnerabilities = {
    mkdirp: { name: 'mkdirp', severity: 'high', via: ['minimist'] },
    minimist: { name: 'minimist', severity: 'low', via: [{ title: 'A', url: 'https://a.example/' }] },
  };
  const printed = JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { dependencies: { total: 2 } },
  });
  expect(say(read_audit(printed)).lines.slice(0, 2)).toEqual([
    'HIGH mkdirp: needs minimist',
    'LOW minimist: A (https://a.example/)',
  ]);
});

it.each([
  ['', 'npm gave no report'],
  ['<html>', 'npm gave no report'],
  [JSON.stringify({ error: { code: 'ENOLOCK', summary: 'no lock file' } }), 'no lock file'],
])('what is no report is said: %j', (printed, why) => {
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
