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

/** Types that no browser runs. */
const data_types: ReadonlySet<string> = new Set([
  'text/x-python',
  'text/python',
  'text/plain',
  'text/x-toml',
  'text/csv',
]);

/** What a browser runs or reads itself: of the page, and none of ours. */
const types_of_pages =
  /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma|live|j)script[\d.]*|application\/(ld\+)?json)$/;

/**
 * By path. Undefined where there is no source at all. Throws a `TypeError` for a file that is given twice, and for a block
 * of a type that means nothing to anybody: its author believes that it runs.
 */
export function inline_files(
  blocks: readonly Block[],
  text: string,
): ReadonlyMap<string, string> | undefined {
  const ours = blocks.filter(({ type }) => data_types.has(bare(type)));
  const strange = blocks.find(({ type }) => !data_types.has(bare(type)) && !types_of_pages.test(bare(type)));
  if (strange) {
    const others = [...data_types].slice(1).join(', ');
    throw new TypeError(
      `<script type="${strange.type}"> is run by nobody: Python in a tablit-app is of type text/x-python. Other types are ${others}.`,
    );
  }
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

/** Without what may follow after a semicolon. */
function bare(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
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
