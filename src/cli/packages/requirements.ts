/** Which packages an app asks for: `requirements.txt`, or the script's `# /// script` header (PEP 723). */
import { parse } from 'smol-toml';
import type { Project } from '../../share/index.ts';
import { CliError } from '../errors.ts';

export interface Asked {
  /** Requirement strings as written, such as `pandas>=2`; the header's stand before those of the file. */
  readonly requirements: readonly string[];
  /** Lines of `requirements.txt` that have no meaning here: options, and folders to install from. */
  readonly ignored: readonly string[];
}

const decoder = new TextDecoder();

/** Throws `bad_app` for a header that is not TOML. */
export function requirements_of({ entrypoint, files }: Project): Asked {
  const script = files.get(entrypoint);
  const listed = requirement_lines(files, 'requirements.txt');
  return {
    requirements: [...(script ? header_requirements(decoder.decode(script)) : []), ...listed.requirements],
    ignored: listed.ignored,
  };
}

/** Follows `-r other.txt` within the app. */
function requirement_lines(files: Project['files'], path: string, seen = new Set<string>()): Asked {
  const bytes = files.get(path);
  if (!bytes || seen.has(path)) return { requirements: [], ignored: [] };
  seen.add(path);
  const requirements: string[] = [];
  const ignored: string[] = [];
  for (const line of logical_lines(decoder.decode(bytes))) {
    const [, other] = /^(?:-r|--requirement)[\s=]*(\S+)$/.exec(line) ?? [];
    if (other !== undefined) {
      const more = requirement_lines(files, other.replace(/^\.\//, ''), seen);
      requirements.push(...more.requirements);
      ignored.push(...more.ignored);
    } else if (/^[-./~]/.test(line)) ignored.push(line);
    else requirements.push(line.replace(/\s+--.*$/, ''));
  }
  return { requirements, ignored };
}

/** Without comments and empty lines; a backslash joins a line with the next. */
export function logical_lines(text: string): string[] {
  return text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** `dependencies` of the first `# /// script` block. Throws `bad_app`. */
export function header_requirements(script: string): string[] {
  const text = script.replaceAll('\r\n', '\n');
  const [, block] = /^# \/\/\/ script[ \t]*\n((?:^#(?: .*)?\n)*?)^# \/\/\/[ \t]*$/m.exec(text) ?? [];
  if (block === undefined) return [];
  try {
    const { dependencies = [] } = parse(block.replaceAll(/^# ?/gm, ''));
    if (Array.isArray(dependencies) && dependencies.every((entry) => typeof entry === 'string'))
      return dependencies;
    throw new Error('dependencies is not a list of texts');
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    throw new CliError('bad_app', `The script's “# /// script” header cannot be read: ${reason}.`);
  }
}

/** `Foo.Bar_baz[x]>=1` is `foo-bar-baz`. */
export function package_name(requirement: string): string {
  const [, name = ''] = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(requirement) ?? [];
  return normal_name(name);
}

/** `requests[socks, x]>=2` asks for `socks` and `x`. */
export function extras_of(requirement: string): string[] {
  const [, list = ''] = /^\s*[\w.-]+\s*\[([^\]]*)\]/.exec(requirement) ?? [];
  return list
    .split(',')
    .map((extra) => extra.trim())
    .filter((extra) => extra !== '');
}

export function normal_name(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
