/** Which packages an app asks for: `requirements.txt`, or the script's `# /// script` header (PEP 723). */
import type { Project } from '../../share/index.ts';

const decoder = new TextDecoder();

/** Requirement strings as written, such as `pandas>=2`; the header's stand before those of the file. */
export function requirements_of({ entrypoint, files }: Project): string[] {
  const script = files.get(entrypoint);
  const list = files.get('requirements.txt');
  return [
    ...(script ? header_requirements(decoder.decode(script)) : []),
    ...(list ? file_requirements(decoder.decode(list)) : []),
  ];
}

/** Lines of a `requirements.txt`, without comments, options and addresses of files. */
export function file_requirements(text: string): string[] {
  return text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('-'));
}

/** `dependencies` of the first `# /// script` block. */
export function header_requirements(script: string): string[] {
  const [, block = ''] = /^# \/\/\/ script\s*$\n((?:^#(?: .*)?$\n)*?)^# \/\/\/\s*$/m.exec(script) ?? [];
  const toml = block.replaceAll(/^# ?/gm, '');
  const [, list = ''] =
    /^dependencies\s*=\s*\[([\s\S]*?)^\s*\]|^dependencies\s*=\s*\[(.*)\]/m.exec(toml) ?? [];
  const [, inline = ''] = /^dependencies\s*=\s*\[(.*)\]/m.exec(toml) ?? [];
  return [...(list || inline).matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** `Foo.Bar_baz[x]>=1` is `foo-bar-baz`. */
export function package_name(requirement: string): string {
  const [, name = ''] = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(requirement) ?? [];
  return normal_name(name);
}

export function normal_name(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
