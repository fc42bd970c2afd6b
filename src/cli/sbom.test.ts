import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { BILL, type Bill, make_bill } from '../share/sbom.ts';
import { add_wheels } from './sbom.ts';

const folder = await mkdtemp(join(tmpdir(), 'tablit-sbom-'));
afterAll(() => rm(folder, { recursive: true }));

const wheel = { name: 'six', version: '1.17.0', file_name: 'six-1.17.0-py2.py3-none-any.whl', sha256: 'ab' };

it('a site of before there were bills gets none', async () => {
  await add_wheels(folder, [wheel]);
  await expect(readFile(join(folder, BILL))).rejects.toThrow('ENOENT');
});

it('an app’s wheels are in the bill of its site, with the hashes they were checked against', async () => {
  const site = await make_bill({ type: 'application', 'bom-ref': 'tablit', name: 'tablit' }, []);
  await writeFile(join(folder, BILL), JSON.stringify(site));
  await add_wheels(folder, [wheel]);
  const { components } = JSON.parse(await readFile(join(folder, BILL), 'utf8')) as Bill;
  expect(components).toMatchObject([
    { purl: 'pkg:pypi/six@1.17.0', hashes: [{ alg: 'SHA-256', content: 'ab' }] },
  ]);
});
