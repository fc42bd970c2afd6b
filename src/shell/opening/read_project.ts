/** An app from bytes: a script, a zip or a `.tablit` file, by what they are and not by what somebody calls them. */
import { type Bytes, type Intake, project_of_script, unpack } from '../../share/index.ts';
import { NotOpened } from './not_opened.ts';

const ZIP = [0x50, 0x4b];
const TABLIT = [0xb5, 0xa6, 0xe5];

export function is_zip(bytes: Bytes): boolean {
  return starts(bytes, ZIP);
}

export function is_archive(bytes: Bytes): boolean {
  return is_zip(bytes) || starts(bytes, TABLIT);
}

/** Throws a `NotOpened`, or the `ShareError` of what is in it. `name`: of the file, or empty. */
export async function read_project(name: string, bytes: Bytes): Promise<Intake> {
  if (bytes.length === 0) throw new NotOpened(`${called(name)} is empty.`, HINT);
  if (is_zip(bytes)) {
    const { project_of_zip } = await import('../../share/zip.ts');
    return project_of_zip(bytes);
  }
  if (/\.tablit$/i.test(name) || is_archive(bytes)) return { project: await unpack(bytes), left_out: [] };
  const why = why_no_script(name, bytes);
  if (why !== undefined) throw new NotOpened(`${called(name)} ${why}, not an app.`, HINT);
  return { project: project_of_script(name.endsWith('.py') ? name : 'app.py', bytes), left_out: [] };
}

const HINT =
  'Open a .py script, a .zip of an app’s folder, or a .tablit file. On a code host take the address behind “Raw”.';

function called(name: string): string {
  return name === '' ? 'What is there' : name;
}

/** Undefined for what may be a script: nothing says so for sure. */
function why_no_script(name: string, bytes: Bytes): string | undefined {
  const text = new TextDecoder().decode(bytes);
  // No script begins so.
  if (text.trimStart().startsWith('<')) return 'is a web page';
  const [, ending] = /[^.]\.([a-z]\w{0,9})$/i.exec(name) ?? [];
  if (ending?.toLowerCase() === 'py') return undefined;
  if (ending !== undefined) return `is a .${ending} file`;
  // Code hosts have addresses without an ending; but every text could have one.
  return IMPORTS.test(text) ? undefined : 'is a text without a line that imports anything';
}

const IMPORTS = /^[ \t]*(?:import[ \t]+[\w.]+|from[ \t]+[\w.]+[ \t]+import\b)/m;

function starts(bytes: Bytes, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
