/**
 * The list that a build leaves in its folder: each file that it wrote, with its SHA-256, as `sha256sum -c` reads it. By it
 * the next build tells its own files from everybody else's.
 */

/** The list's own name. */
export const BUILD_LIST = 'tablit.sha256';

/** By path, with `/`: the hashes that the file may have. More than one while a build is under way, or was cut off. */
export type BuildList = ReadonlyMap<string, ReadonlySet<string>>;

/** Undefined for a text that no build wrote. */
export function parse_build_list(text: string): BuildList | undefined {
  const list = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || !is_inside(path)) return undefined;
    list.set(path, (list.get(path) ?? new Set()).add(sha256));
  }
  return list.size === 0 ? undefined : list;
}

function is_inside(path: string): boolean {
  return !/^\/|\\|(^|\/)(\.{0,2})(\/|$)/.test(path);
}

export function print_build_list(list: BuildList): string {
  const lines = [...list].flatMap(([path, hashes]) => [...hashes].map((sha256) => `${sha256}  ${path}\n`));
  return lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('');
}

/** What may stand in a folder between one build and the next. */
export function both_lists(a: BuildList, b: BuildList): BuildList {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return new Map([...paths].map((path) => [path, new Set([...(a.get(path) ?? []), ...(b.get(path) ?? [])])]));
}
