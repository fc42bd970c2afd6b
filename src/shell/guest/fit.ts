/** The page as high as what it shows: it scrolls nowhere, and says how high it is. */
import './fit.css';

/** CSS pixels that a window or a list over the page needs. */
const ROOM = 448;

/** What lies over the page. A tooltip is small, and comes and goes with the pointer. */
const OVER = 'dialog[open], [popover]:popover-open:not([role="tooltip"])';

/** Calls `tell` with the height of the content, at first and whenever it is another. */
export function fit_to_content(tell: (height: number) => void): void {
  document.documentElement.dataset['fit'] = 'content';
  let told = -1;
  const measure = () => {
    const content = Math.ceil(document.body.getBoundingClientRect().height);
    const over = is_covered() ? ROOM : 0;
    const height = Math.max(content, over);
    if (height === told) return;
    told = height;
    tell(height);
  };
  new ResizeObserver(measure).observe(document.body);
  // Neither a window nor a list changes the size of the body. One that is gone from the page tells nobody that it closed,
  // but what it belonged to says so.
  new MutationObserver(measure).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['open', 'aria-expanded'],
  });
  // The page's own windows stand beside the body, each in a tree of its own.
  new MutationObserver(measure).observe(document.documentElement, { childList: true });
  document.addEventListener('toggle', measure, { capture: true });
  measure();
}

function is_covered(): boolean {
  if (document.querySelector(OVER)) return true;
  const own = [...document.querySelectorAll('html > .stPanel')];
  return own.some(({ shadowRoot }) => shadowRoot?.querySelector('dialog[open]'));
}
