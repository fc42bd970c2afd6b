/** Keeps the end in sight while what is above it grows, until the reader scrolls away from it: a conversation. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Pixels from the end that still count as being there. */
const NEAR = 48;

export function useFollowBottom(active: boolean, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const scroller = box.current;
    if (!active || !scroller) return undefined;
    let near = true;
    const scrolled = () => {
      near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(() => {
      if (near) scroller.scrollTop = scroller.scrollHeight;
    });
    for (const part of scroller.children) observer.observe(part);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', scrolled);
    };
  }, [active, box]);
}
