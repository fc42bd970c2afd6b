/** Long lists grow as they are scrolled: a script may make two hundred thousand elements, a page cannot show them at once. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Children that a block shows at first, and how many more each time its end comes into sight. */
const BATCH = 2_000;

export interface Growing {
  /** How many children to show. */
  readonly limit: number;
  /** Stands after the last one shown; null when all are. */
  readonly end: JSX.Element | null;
}

export function useGrowing(length: number): Growing {
  const [limit, set_limit] = useState(BATCH);
  if (length <= limit) return { limit, end: null };
  return { limit, end: <End key="end" left={length - limit} onReach={() => set_limit(limit + BATCH)} /> };
}

function End({ left, onReach }: { left: number; onReach: () => void }): JSX.Element {
  const place = useRef<HTMLButtonElement>(null);
  const latest = useRef(onReach);
  latest.current = onReach;
  useEffect(() => {
    if (!place.current || !('IntersectionObserver' in globalThis)) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button
      ref={place}
      type="button"
      class="stControl stControl-bordered"
      data-testid="stMore"
      onClick={onReach}
    >
      Show more ({left.toLocaleString('en')} left)
    </button>
  );
}
