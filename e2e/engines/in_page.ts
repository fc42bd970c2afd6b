/** Functions that drivers run in the page: each stands alone, as only its text gets there. */

/** Milliseconds since the navigation began, once the page shows `text`; rejects after `ms` milliseconds. */
export function wait_for_text(text: string, ms: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + ms;
    // Not the body's own text: a page that is one file has megabytes of it, in blocks that are not shown.
    const parts = () => [...(document.body?.children ?? [])].filter(({ tagName }) => tagName !== 'SCRIPT');
    const check = () => {
      const shown = parts()
        .map(({ textContent }) => textContent)
        .join(' ');
      if (shown.includes(text)) resolve(performance.now());
      else if (performance.now() > end) reject(new Error(`No "${text}" in: ${shown.slice(0, 300)}`));
      else setTimeout(check, 10);
    };
    check();
  });
}
