/** The first text of each file of an element, and the lines that make it known. */

/** `text_input` → `TextInput`. */
function class_name(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}

export function templates(family: string, name: string): Readonly<Record<string, string>> {
  const kind = family === 'inputs' ? 'widget' : family === 'layout' ? 'block' : 'element';
  const test_id = `st${class_name(name)}`;
  const value = kind === 'widget' ? ' s.nullable(s.string),' : '';
  return {
    [`src/wire/elements/${family}/${name}.ts`]: `import { ${kind} } from '../../element.ts';
import { s } from '../../schema.ts';

/** \`st.${name}\`. */
export const ${name} = ${kind}('${name}',${value} {
  body: s.string,
});
`,
    [`src/worker/python/streamlit/elements/${family}/${name}.py`]: `"""\`st.${name}\`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit._wire import ${class_name(name)}
    from streamlit.delta_generator import DeltaGenerator


def ${name}(self: DeltaGenerator, body: str) -> DeltaGenerator:
    """Says what it shows, what it returns and what it raises."""
    element: ${class_name(name)} = {"type": "${name}", "body": str(body)}
    return self._put(element)
`,
    [`src/ui/elements/${family}/${name}.tsx`]: `import type { Component } from '../component.ts';

export const ${name}: Component<'${name}'> = ({ element }) => (
  <div class="${test_id}" data-testid="${test_id}">
    {element.body}
  </div>
);
`,
    [`src/ui/elements/${family}/${name}.test.tsx`]: `// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { ${name} } from './${name}.tsx';

it.each(cases_of('${name}'))('$name', ({ element }) => {
  expect(show(${name}, element).container.textContent).not.toBe('');
});
`,
    [`cases/${family}/${name}.json`]: `[
  {
    "name": "at its simplest",
    "call": "st.${name}('a')",
    "element": { "type": "${name}", "body": "a" }
  }
]
`,
    [`docs/elements/${family}/${name}.md`]: `# st.${name}

What it is for, in one sentence.

\`\`\`python
import streamlit as st

st.${name}("Hello")
\`\`\`
`,
  };
}

type Edit = (text: string) => string;

/** Puts `line` among the lines that `like` matches, in order; at their end when it is the last. */
export function insert_line(text: string, like: RegExp, line: string): string {
  const lines = text.split('\n');
  const places = lines.flatMap((found, index) => (like.test(found) ? [index] : []));
  const after = places.find((index) => (lines[index] as string) > line);
  const last = places.at(-1);
  if (last === undefined) throw new Error(`No line like ${line} to put it beside.`);
  lines.splice(after ?? last + 1, 0, line);
  return lines.join('\n');
}

/** Puts `line` behind the line `anchor`; `npm run format` puts imports in order. */
export function insert_after(text: string, anchor: string, line: string): string {
  if (!text.includes(`${anchor}\n`)) throw new Error(`No line ${anchor} to put ${line} behind.`);
  return text.replace(`${anchor}\n`, () => `${anchor}\n${line}\n`);
}

/** Files that exist already, and how each changes. */
export function insert_sorted(
  family: string,
  name: string,
): readonly (readonly [file: string, edit: Edit])[] {
  return [
    [
      'src/wire/elements/index.ts',
      (text) =>
        insert_line(
          insert_line(
            text,
            new RegExp(`from './${family}/`),
            `import { ${name} } from './${family}/${name}.ts';`,
          ),
          /^ {2}\w+,$/,
          `  ${name},`,
        ),
    ],
    [
      'src/ui/elements/index.ts',
      // Nothing that is new is part of the first page.
      (text) =>
        insert_line(
          text,
          /^ {2}\w+(?:,$|: late\()/,
          `  ${name}: late('${name}', () => import('./${family}/${name}.tsx')),`,
        ),
    ],
    [
      'src/worker/python/streamlit/delta_generator.py',
      (text) =>
        insert_line(
          insert_after(text, `from streamlit.elements.${family} import (`, `    ${name} as _${name},`),
          /^ {4}\w+ = _\w+\.\w+$/,
          `    ${name} = _${name}.${name}`,
        ),
    ],
    [
      'src/worker/python/streamlit/__init__.py',
      (text) => insert_line(text, /^\w+ = _active\.\w+/, `${name} = _active.${name}`),
    ],
  ];
}
