/** Whether a reader sees a dialog in full, as the browser itself says: nothing over it, and nothing see-through about it. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** As far as it is used here; the compiler's library does not know the second version. */
interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: true;
  /** Milliseconds between looks; the least that browsers take. */
  readonly delay: 100;
}

interface SightEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** A box whose edges fall between pixels is never wholly inside. */
const ALL = 0.98;

/**
 * True once the dialog around `box` has been in plain sight for `ms` without a break; false again when it no longer is.
 * Always true when it is not asked for.
 */
export function useSeen(box: RefObject<Element | null>, ms: number, asked: boolean): boolean {
  const [is_seen, set_seen] = useState(!asked);
  useEffect(() => {
    const dialog = asked ? box.current?.closest('dialog') : undefined;
    if (!dialog) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const options: SightOptions = { trackVisibility: true, delay: 100, threshold: [0, 0.5, ALL, 1] };
    const observer = new IntersectionObserver((entries) => {
      const { isVisible = false, intersectionRatio } = entries.at(-1) as SightEntry;
      const is_plain = isVisible && intersectionRatio >= ALL;
      if (is_plain) timer ??= setTimeout(set_seen, ms, true);
      else {
        clearTimeout(timer);
        timer = undefined;
        set_seen(false);
      }
    }, options);
    observer.observe(dialog);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [box, ms, asked]);
  return is_seen;
}
