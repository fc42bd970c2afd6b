/** Small hooks of the page's frame. */
import { useEffect, useMemo, useState } from 'preact/hooks';

/** `flag`, but true only once it has been so for `ms`: what is over quickly is never shown. */
export function useDelayed(flag: boolean, ms: number): boolean {
  const [late, set_late] = useState(false);
  useEffect(() => {
    if (!flag) return undefined;
    const timer = setTimeout(set_late, ms, true);
    return () => {
      clearTimeout(timer);
      set_late(false);
    };
  }, [flag, ms]);
  return flag && late;
}

export function useMedia(condition: string): boolean {
  const query = useMemo(() => matchMedia(condition), [condition]);
  const [matches, set_matches] = useState(query.matches);
  useEffect(() => {
    const change = () => set_matches(query.matches);
    change();
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [query]);
  return matches;
}

/** `act` on Escape while `active`, unless something inside has used the key. */
export function useEscape(active: boolean, act: () => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [active, act]);
}
