/** When something comes into sight. */

/** How far below the window counts already: a reader who scrolls finds the app on its way. */
const EARLY = '200px';

/** Resolves when `element` is in view, or nearly. Never rejects; stays pending when `signal` aborts before. */
export function in_view(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${EARLY} 0px` },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  });
}
