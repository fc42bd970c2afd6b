/** Who may import whom (`docs/decisions/0001-rooms.md`): the table, and the imports that break it. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { elements } from '../../src/wire/elements/index.ts';

/** From a folder: the folders of ours that it may import besides itself. The first row that fits a file counts. */
export const zones: readonly { readonly from: string; readonly may: readonly string[] }[] = [
  { from: 'src/wire', may: [] },
  { from: 'src/worker/runtime', may: ['src/wire'] },
  { from: 'src/worker/python', may: ['src/worker/runtime', 'src/wire'] },
  { from: 'src/worker', may: ['src/wire'] },
  { from: 'src/sandbox', may: ['src/wire'] },
  { from: 'src/embed', may: ['src/wire'] },
  { from: 'src/ui/elements', may: ['src/wire', 'src/ui/parts', 'src/ui/theme', 'src/ui/view/layout.ts'] },
  { from: 'src/ui', may: ['src/wire'] },
  { from: 'src/vault', may: [] },
  { from: 'src/share', may: [] },
  { from: 'src/shell', may: ['src/wire', 'src/sandbox', 'src/ui', 'src/vault', 'src/share'] },
  { from: 'src/cli', may: ['src/share'] },
  {
    from: 'src/prerender',
    may: ['src/wire', 'src/share', 'src/worker', 'src/ui/store', 'src/ui/port.ts'],
  },
];

/** Shared by a whole family or the catalogue, and no element of their own. */
const common_ui = /^src\/ui\/elements\/(component|index|testing)\.tsx?$/;

const import_pattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

/** Files of ours that a source file imports, as paths from the root. */
export function imports_of(file: string, source: string): string[] {
  return [...source.matchAll(import_pattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(file), specifier)).replaceAll('\\', '/'));
}

/** One sentence for each import that the table does not allow. */
export function faults_of(file: string, source: string): string[] {
  const zone = zones.find(({ from }) => file.startsWith(`${from}/`));
  if (!zone) return [];
  return imports_of(file, source)
    .filter((target) => target.startsWith('src/') && !allowed(file, target, zone))
    .map((target) => `${file} must not import ${target}`);
}

function allowed(file: string, target: string, zone: (typeof zones)[number]): boolean {
  if (zone.may.some((place) => target === place || target.startsWith(`${place}/`))) return true;
  if (!target.startsWith(`${zone.from}/`)) return false;
  return zone.from !== 'src/ui/elements' || same_element(file, target);
}

/** An element imports no other element; its own parts have names that begin with its own. */
function same_element(file: string, target: string): boolean {
  if (common_ui.test(target) || common_ui.test(file)) return true;
  return dirname(file) === dirname(target) && element_of(file) === element_of(target);
}

/** `text_input_mask.ts` belongs to `text_input`: the longest name that it begins with. */
function element_of(path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).split('.')[0] as string;
  const names = Object.keys(elements).filter((name) => stem === name || stem.startsWith(`${name}_`));
  return names.sort((a, b) => b.length - a.length)[0] ?? stem;
}

export function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
