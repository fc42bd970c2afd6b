/** What a Python script names: the modules that it imports, and the texts that may be paths. Read, never run. */

export interface ModuleName {
  /** Leading dots: 0 is looked for in the app's folder, 1 beside the script, each more one folder up. */
  readonly dots: number;
  /** `a.b`; empty in `from . import …`. */
  readonly name: string;
}

export interface SourceNames {
  readonly modules: readonly ModuleName[];
  /** Each text in quotes, once. */
  readonly texts: readonly string[];
  /** It calls something that lists folders, or that imports by a text. */
  readonly lists: boolean;
}

const COMMENT_OR_TEXT =
  /#[^\n]*|("""|''')((?:\\[\s\S]|(?!\1)[\s\S])*?)\1|"((?:\\[\s\S]|[^"\\\n])*)"|'((?:\\[\s\S]|[^'\\\n])*)'/g;
const FROM = /(?:^|[;:\n])[^\S\n]*from\s+(\.*)\s*([\p{L}\p{N}_.]*)\s*import\s*(\([^)]*\)|[^\n;]*)/gu;
const IMPORT = /(?:^|[;:\n])[^\S\n]*import\s+([^\n;]+)/g;
const LISTS = /\b(?:glob|rglob|iglob|listdir|scandir|iterdir|walk|import_module|__import__)\b/;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

export function source_names(source: string): SourceNames {
  const texts = new Set<string>();
  const bare = source
    .replace(COMMENT_OR_TEXT, (found, _quotes, long?: string, double?: string, single?: string) => {
      if (found.startsWith('#')) return '';
      texts.add(long ?? double ?? single ?? '');
      return '""';
    })
    .replaceAll(/\\\r?\n/g, ' ');
  const lists = LISTS.test(bare);
  const by_text = /\b(?:import_module|__import__)\b/.test(bare) ? [...texts].filter(is_name) : [];
  const modules = [...imported(bare), ...from_imported(bare), ...by_text.map((name) => ({ dots: 0, name }))];
  return { modules, texts: [...texts], lists };
}

function imported(bare: string): ModuleName[] {
  return [...bare.matchAll(IMPORT)].flatMap(([, list = '']) =>
    names_of(list).map((name) => ({ dots: 0, name })),
  );
}

/** `from a import b`: `b` may be a module of its own. */
function from_imported(bare: string): ModuleName[] {
  return [...bare.matchAll(FROM)].flatMap(([, { length: dots } = '', name = '', list = '']) => [
    { dots, name },
    ...names_of(list).map((part) => ({ dots, name: name === '' ? part : `${name}.${part}` })),
  ]);
}

/** `(a as b, c)`: a, c. */
function names_of(list: string): string[] {
  return list
    .replaceAll(/[()]/g, '')
    .split(',')
    .map((part) => part.trim().split(/\s+/)[0] ?? '')
    .filter(is_name);
}

function is_name(text: string): boolean {
  return NAME.test(text);
}
