/** The page as high as what it shows: it scrolls nowhere, and says how high it is. */
import './fit.css';

/** CSS pixels that a window or a list over the page gets at least, and what a window needs around its content. */
const ROOM = 448;
const AROUND = 36;

/** What lies over the page. A tooltip is small, and comes and goes with the pointer. */
const LIST = '[popover]:popover-open:not([role="tooltip"])';
const WINDOW = 'dialog[open]';

/** Calls `tell` with the height of the content, at first and whenever it is another. */
export function fit_to_content(tell: (height: number) => void): void {
  document.documentElement.dataset['fit'] = 'content';
  let told = -1;
  const measure = () => {
    const content = Math.ceil(document.body.getBoundingClientRect().height);
    const height = Math.max(content, room_for(open_windows()));
    if (height === told) return;
    told = height;
    tell(height);
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(document.body);
  // Neither a window nor a list changes the size of the body. One that is gone from the page tells nobody that it closed,
  // but what it belonged to says so.
  const changed = () => {
    for (const content of open_windows()) sizes.observe(content);
    measure();
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['open', 'aria-expanded'],
  });
  // The page's own windows stand beside the body, each in a tree of its own.
  observer.observe(document.documentElement, { childList: true });
  document.addEventListener('toggle', measure, { capture: true });
  measure();
}

/** What is in each window that lies over the page. */
function open_windows(): readonly Element[] {
  const own = [...document.querySelectorAll('html > .stPanel')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [document, ...own].flatMap((tree) => [...tree.querySelectorAll(`${WINDOW} > :first-child`)]);
}

function room_for(windows: readonly Element[]): number {
  if (windows.length === 0) return document.querySelector(LIST) ? ROOM : 0;
  return Math.max(ROOM, ...windows.map(({ clientHeight }) => clientHeight + AROUND));
}
