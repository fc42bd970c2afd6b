/** A container that scrolls: the keyboard reaches it while it does, and a conversation's end stays in sight. */
import { mark_scroller } from '../../parts/scroller.ts';

/** Pixels from the end that still count as being there. */
const NEAR = 48;

/**
 * `follow`: whether the end stays in sight while the reader is there; undefined: in a container of chat messages. Returns
 * how to stop.
 */
export function watch_scroll_box(box: HTMLElement, follow: boolean | undefined): () => void {
  let near = true;
  let top = box.scrollTop;
  const scrolled = () => {
    const at_end = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    // Content that grew before this event came takes the end away; only a reader who scrolls up leaves it.
    near = at_end || (near && box.scrollTop >= top);
    top = box.scrollTop;
  };
  const sizes = new ResizeObserver(() => {
    mark_scroller(box, 'Scrolling content');
    if (near && follows(box, follow)) box.scrollTop = box.scrollHeight;
  });
  const watch = () => {
    sizes.disconnect();
    sizes.observe(box);
    for (const child of box.children) sizes.observe(child);
  };
  const children = new MutationObserver(watch);
  children.observe(box, { childList: true });
  box.addEventListener('scroll', scrolled, { passive: true });
  watch();
  return () => {
    sizes.disconnect();
    children.disconnect();
    box.removeEventListener('scroll', scrolled);
  };
}

function follows(box: HTMLElement, follow: boolean | undefined): boolean {
  return follow ?? box.querySelector(':scope > .stChatMessage') !== null;
}
