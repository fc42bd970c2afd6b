/** Adds an app's packages to the bill of materials of the site that it is built into. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BILL, type Bill, wheel_component, with_parts } from '../share/sbom.ts';
import type { SitePackage } from '../share/site.ts';

export async function add_wheels(folder: string, wheels: readonly SitePackage[]): Promise<void> {
  const file = join(folder, BILL);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  // A site that was built before there were any.
  if (text === undefined) return;
  const bill = JSON.parse(text) as Bill;
  const added = await with_parts(bill, wheels.map(wheel_component));
  await writeFile(file, `${JSON.stringify(added, undefined, 2)}\n`);
}
