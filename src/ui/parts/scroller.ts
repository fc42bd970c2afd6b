/** A box whose content may be larger than it is: only then the keyboard must be able to reach and scroll it. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The ref of such a box; `label` is what it is called while it scrolls. */
export function useScroller<E extends HTMLElement>(label: string): RefObject<E | null> {
  const box = useRef<E>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => mark_scroller(element, label));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [label]);
  return box;
}

/** Makes it reachable while its content is larger than it is, and only then. */
export function mark_scroller(element: HTMLElement, label: string): void {
  const scrolls =
    element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  const attributes = { tabindex: '0', role: 'group', 'aria-label': label };
  for (const [name, value] of Object.entries(attributes)) {
    if (scrolls) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }
}
