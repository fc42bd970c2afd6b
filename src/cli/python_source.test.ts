import { expect, it } from 'vitest';
import { source_names } from './python_source.ts';

const modules = (source: string) =>
  source_names(source).modules.map(({ dots, name }) => '.'.repeat(dots) + name);

it.each([
  ['import a', ['a']],
  ['import a.b as c, d', ['a.b', 'd']],
  ['if x:\n    import a\n', ['a']],
  ['try: import a\nexcept ImportError: pass', ['a']],
  ['x = 1; import a', ['a']],
  ['from a import b as c, d', ['a', 'a.b', 'a.d']],
  ['from a import (  # why\n    b,\n    c,\n)', ['a', 'a.b', 'a.c']],
  ['from a import b, \\\n  c', ['a', 'a.b', 'a.c']],
  ['from . import a', ['.', '.a']],
  ['from ..a.b import *', ['..a.b']],
  ['import größe', ['größe']],
  ['# import a\n"""\nimport b\n"""\ntext = "import c"', []],
  ['quote = \'"""\'\nimport a\nother = \'"""\'', ['a']],
  ['importlib.import_module("plugins.one")', ['plugins.one']],
  ['label = "plugins.one"', []],
  ['importer = a\nfromage = b', []],
])('%s', (source, names) => expect(modules(source)).toEqual(names));

it('finds texts once, and whether folders are listed', () => {
  expect(source_names(`open("a.csv"); open('a.csv'); r"b\\c" # "no"`)).toEqual({
    modules: [],
    texts: ['a.csv', 'b\\c'],
    lists: false,
  });
  expect(source_names('Path("data").glob("*.csv")').lists).toBe(true);
  expect(source_names('"glob"').lists).toBe(false);
});

it('reads a file of a megabyte in one line, and one that is cut in a text, without going astray', () => {
  expect(modules(`x = "${'a'.repeat(1_000_000)}"\nimport b`)).toEqual(['b']);
  expect(modules(`import a\nx = """${'"'.repeat(2)}${'b\n'.repeat(100_000)}`)).toEqual(['a']);
});
