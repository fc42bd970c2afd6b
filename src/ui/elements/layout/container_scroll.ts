/** A container that scrolls: the keyboard reaches it while it does, and a conversation's end stays in sight. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { mark_scroller } from '../../parts/scroller.ts';

/** Pixels from the end that still count as being there. */
const NEAR = 48;

/** `follow`: whether the end stays in sight while the reader is there; undefined: in a container of chat messages. */
export function useScrollBox(
  box: RefObject<HTMLElement | null>,
  active: boolean,
  follow: boolean | undefined,
): void {
  useEffect(() => {
    const element = box.current;
    if (!active || !element || typeof ResizeObserver === 'undefined') return undefined;
    let near = true;
    const scrolled = () => {
      near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    const sizes = new ResizeObserver(() => {
      mark_scroller(element, 'Scrolling content');
      if (near && follows(element, follow)) element.scrollTop = element.scrollHeight;
    });
    const watch = () => {
      sizes.disconnect();
      sizes.observe(element);
      for (const child of element.children) sizes.observe(child);
    };
    const children = new MutationObserver(watch);
    children.observe(element, { childList: true });
    element.addEventListener('scroll', scrolled, { passive: true });
    watch();
    return () => {
      sizes.disconnect();
      children.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box, active, follow]);
}

function follows(element: HTMLElement, follow: boolean | undefined): boolean {
  return follow ?? element.querySelector(':scope > .stChatMessage') !== null;
}
