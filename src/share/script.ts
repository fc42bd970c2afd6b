/** Which files start an app, and how the one is found when nobody said. */

const SCRIPT = /[^/]\.(py|ts)$/;

const USUAL = ['streamlit_app', 'app', 'main', 'Home'] as const;

export function is_script(path: string): boolean {
  return SCRIPT.test(path);
}

/**
 * The script that an author most likely starts: `streamlit_app.py`, `app.py`, `main.py`, `Home.py`, else the only
 * `.py` at the top, else the same for `.ts`. `undefined` when there is none or the choice is open.
 */
export function guess_entrypoint(paths: Iterable<string>): string | undefined {
  const top = [...paths].filter((path) => !path.includes('/') && is_script(path));
  for (const suffix of ['.py', '.ts']) {
    const scripts = top.filter((path) => path.endsWith(suffix));
    const usual = USUAL.map((name) => name + suffix).find((name) => scripts.includes(name));
    if (usual !== undefined) return usual;
    if (scripts.length > 0) return scripts.length === 1 ? scripts[0] : undefined;
  }
  return undefined;
}
