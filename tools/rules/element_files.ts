/** The files that make an element, one stem in every layer. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const families = ['inputs', 'layout', 'status', 'text'] as const;
export type Family = (typeof families)[number];

/** Blocks that only their parent makes have neither a command nor cases of their own. */
const inner: ReadonlySet<string> = new Set(['column']);

export function files_of_element(family: string, name: string): string[] {
  const shown = [
    `src/wire/elements/${family}/${name}.ts`,
    `src/ui/elements/${family}/${name}.tsx`,
    `src/ui/elements/${family}/${name}.test.tsx`,
  ];
  if (inner.has(name)) return shown;
  return [
    ...shown,
    `src/worker/python/streamlit/elements/${family}/${name}.py`,
    `cases/${family}/${name}.json`,
    `docs/elements/${family}/${name}.md`,
  ];
}

export function elements_on_disk(root: string): { readonly family: Family; readonly name: string }[] {
  return families.flatMap((family) =>
    readdirSync(join(root, 'src/wire/elements', family))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ family, name: file.slice(0, -3) })),
  );
}
