/** A project of texts, started by `app.py`. */
import type { Project } from '../../share/index.ts';

export function project_of(files: Readonly<Record<string, string>>): Project {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  return { entrypoint: 'app.py', files: new Map(entries) };
}
