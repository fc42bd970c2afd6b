/** What the page remembers for a reader. Storage may be blocked or full: then it remembers nothing and goes on. */

const prefix = 'tablit.';

export function remembered(key: string): string | undefined {
  try {
    return globalThis.localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    globalThis.localStorage.setItem(prefix + key, value);
  } catch {
    // Nothing depends on it.
  }
}
