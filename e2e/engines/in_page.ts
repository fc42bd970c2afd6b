/** Functions that drivers run in the page: each stands alone, as only its text gets there. */

/** Milliseconds since the navigation began, once the page shows `text`; rejects after `ms` milliseconds. */
export function wait_for_text(text: string, ms: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + ms;
    const check = () => {
      const shown = document.body?.textContent ?? '';
      if (shown.includes(text)) resolve(performance.now());
      else if (performance.now() > end) reject(new Error(`No "${text}" in: ${shown.slice(0, 300)}`));
      else setTimeout(check, 10);
    };
    check();
  });
}
