/** Which packages an app asks for: `requirements.txt`, or the script's `# /// script` header (PEP 723). */
import { posix } from 'node:path';
import { parse } from 'smol-toml';
import type { Project } from '../../share/index.ts';
import { CliError } from '../errors.ts';

export interface Asked {
  /** Requirement strings as written, such as `pandas>=2`; the header's stand before those of the file. */
  readonly requirements: readonly string[];
  /** What `-c` leads to. */
  readonly constraints: readonly string[];
  /** By package: the SHA-256 that its file may have. */
  readonly hashes: ReadonlyMap<string, readonly string[]>;
  /** Lines of `requirements.txt` that have no meaning here: options, and folders to install from. */
  readonly ignored: readonly string[];
  /** `requires-python` of the script's header, as written. */
  readonly python?: string;
}

const decoder = new TextDecoder();

/** Files of other encodings say so in their first bytes, as pip has it: PowerShell writes UTF-16. Throws `bad_app`. */
function text_of(path: string, bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CliError('bad_app', `${path} is not text in UTF-8.`, 'Save it as UTF-8 in your editor.');
  }
}

/** Throws `bad_app` for a list that cannot be read. */
export function requirements_of({ entrypoint, files }: Project): Asked {
  const script = files.get(entrypoint);
  const { python, dependencies: header } = script_header(script ? decoder.decode(script) : '');
  for (const requirement of header) check_requirement(requirement, entrypoint);
  const listed = read_list(files, 'requirements.txt');
  const asked = { ...listed, requirements: [...header, ...listed.requirements] };
  return python === undefined ? asked : { ...asked, python };
}

/** Follows `-r other.txt` and `-c other.txt` within the app, from where they stand. */
function read_list(files: Project['files'], first: string): Asked {
  const requirements: string[] = [];
  const constraints: string[] = [];
  const hashes = new Map<string, readonly string[]>();
  const ignored: string[] = [];
  const seen = new Set<string>();

  const read = (path: string, into: string[]): void => {
    const bytes = files.get(path);
    if (!bytes || seen.has(path)) return;
    seen.add(path);
    for (const line of logical_lines(text_of(path, bytes))) read_line(path, line, into);
  };
  const read_line = (path: string, line: string, into: string[]): void => {
    const [, option, other] = /^(-r|-c|--requirement|--constraint)[\s=]*(\S+)$/.exec(line) ?? [];
    if (option !== undefined && other !== undefined) {
      const target = posix.join(posix.dirname(path), other);
      if (!files.has(target))
        throw new CliError('bad_app', `${path} names ${other}, which is not in the app.`);
      read(target, option.includes('c') ? constraints : into);
    } else if (/^[-./~]/.test(line)) ignored.push(line);
    else {
      const [requirement = '', ...options] = line.split(/\s+(?=--)/);
      check_requirement(requirement, path);
      into.push(requirement);
      const allowed = options.flatMap(
        (text) => /^--hash[=\s]\s*sha256:([0-9a-f]{64})$/.exec(text)?.[1] ?? [],
      );
      if (allowed.length > 0) hashes.set(package_name(requirement), allowed);
    }
  };

  read(first, requirements);
  return { requirements, constraints, hashes, ignored };
}

/** Nothing that an app says may be an option of pip, and nothing is built. Throws `bad_app`. */
function check_requirement(requirement: string, path: string): void {
  const bad = (reason: string) =>
    new CliError(
      'bad_app',
      `${path}: ${reason}`,
      'A line is a name and its versions, such as requests>=2, or `name @ ` and the https address of a wheel.',
    );
  if (package_name(requirement) === '' || /[\n\r]/.test(requirement) || /^[\w+.-]+:/.test(requirement)) {
    throw bad(`${JSON.stringify(requirement)} does not begin with the name of a package.`);
  }
  const [, address] = /@\s*(\S+)/.exec(requirement.split(';')[0] ?? '') ?? [];
  if (address !== undefined && !/^https?:\/\/[^?#]*\.whl([?#]|$)/.test(address)) {
    throw bad(`${address} is no wheel. Nothing is built here: name a version of the package.`);
  }
}

/** Without comments and empty lines; a backslash joins a line with the next. */
export function logical_lines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

export interface ScriptHeader {
  readonly dependencies: readonly string[];
  readonly python?: string;
}

/** What the `# /// script` block says. Throws `bad_app`. */
export function script_header(script: string): ScriptHeader {
  const text = script.replaceAll('\r\n', '\n');
  const blocks = [...text.matchAll(/^# \/\/\/ script[ \t]*\n((?:^#(?: .*)?\n)*?)^# \/\/\/[ \t]*$/gm)];
  const [block] = blocks;
  if (!block) return { dependencies: [] };
  try {
    if (blocks.length > 1) throw new Error('there is more than one');
    const header = parse((block[1] ?? '').replaceAll(/^# ?/gm, ''));
    const { dependencies = [], 'requires-python': python } = header;
    if (!Array.isArray(dependencies) || !dependencies.every((entry) => typeof entry === 'string')) {
      throw new Error('dependencies is not a list of texts');
    }
    if (python !== undefined && typeof python !== 'string') throw new Error('requires-python is not a text');
    return { dependencies, ...(python === undefined ? {} : { python }) };
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    throw new CliError('bad_app', `The script's “# /// script” header cannot be read: ${reason}.`);
  }
}

/** `Foo.Bar_baz[x]>=1` is `foo-bar-baz`; '' when the text does not begin with a name. */
export function package_name(requirement: string): string {
  const [, name = ''] = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/.exec(requirement) ?? [];
  return normal_name(name);
}

export function normal_name(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
