import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { material_names, target } from './material_names.ts';

test('Python knows the names of the icon font (else: node tools/material_names.ts)', async () => {
  expect(await readFile(target, 'utf8')).toBe(await material_names());
});
