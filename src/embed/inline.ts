/** Python that stands in a page: taken out of its markup as its author meant it. Pure. */

/** As much of a `<script>` inside of `<tablit-app>` as counts. */
export interface Block {
  /** The `type` attribute. */
  readonly type: string;
  /** `data-file`: the file that it becomes. */
  readonly file: string | undefined;
  readonly text: string;
}

/** What the first block, or the text itself, is called when nobody says. */
export const INLINE_NAME = 'app.py';

/** Types that no browser runs. A block of another type is a program of the page, and none of ours. */
const data_types: ReadonlySet<string> = new Set([
  'text/x-python',
  'text/python',
  'text/plain',
  'text/x-toml',
  'text/csv',
]);

/** By path. Undefined where there is no source at all. Throws a `TypeError` for a file that is given twice. */
export function inline_files(
  blocks: readonly Block[],
  text: string,
): ReadonlyMap<string, string> | undefined {
  const ours = blocks.filter(({ type }) => data_types.has(type.trim().toLowerCase()));
  if (ours.length === 0) return text.trim() === '' ? undefined : new Map([[INLINE_NAME, dedent(text)]]);
  const files = new Map<string, string>();
  for (const block of ours) {
    const path = block.file ?? INLINE_NAME;
    if (files.has(path)) {
      throw new TypeError(`Two scripts of this tablit-app are ${path}: give each its own data-file.`);
    }
    files.set(path, dedent(block.text));
  }
  return files;
}

/** Without the indentation that all lines share, and without the empty lines around. */
export function dedent(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  while (lines[0]?.trim() === '') lines.shift();
  while (lines.at(-1)?.trim() === '') lines.pop();
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const shared = indents.reduce(common_start, indents[0] ?? '');
  return `${lines.map((line) => (line.trim() === '' ? '' : line.slice(shared.length))).join('\n')}\n`;
}

/** Tabs and spaces are told apart, as Python does. */
function common_start(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
