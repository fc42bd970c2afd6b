/**
 * The focus of a window whose focused control is taken away, such as the entry of a list or the door of the vault: it stays in
 * the window, where the browser alone would put it at the start of the page.
 */

const focusable = 'a[href], button, input, select, summary, textarea';

/** Where in its list a control was. */
interface Place {
  readonly list: Element;
  readonly index: number;
}

function place_of(control: Element): Place | undefined {
  const item = control.closest('li');
  const list = item?.parentElement;
  return item && list ? { list, index: [...list.children].indexOf(item) } : undefined;
}

/** The control of the entry that took the place of one that is gone, or of the one before it. */
function neighbour({ list, index }: Place): HTMLElement | undefined {
  const after = [...list.children].slice(index);
  const before = [...list.children].slice(0, index).reverse();
  return [...after, ...before].flatMap((item) => item.querySelector<HTMLElement>(focusable) ?? [])[0];
}

/** Watches `dialog` until the returned function is called. */
export function keep_focus_in(dialog: HTMLDialogElement): () => void {
  let last: Element | undefined;
  let place: Place | undefined;
  const focused = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    last = target;
    place = place_of(target);
  };
  const changed = () => {
    if (!last || last.isConnected || dialog.contains(active_beside(dialog))) return;
    const input = dialog.querySelector<HTMLElement>('input[data-first]');
    const next = (place && dialog.contains(place.list) && neighbour(place)) || input;
    (next ?? dialog.querySelector('h2'))?.focus();
  };
  dialog.addEventListener('focusin', focused);
  const observer = new MutationObserver(changed);
  observer.observe(dialog, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    dialog.removeEventListener('focusin', focused);
  };
}

/** What has the focus in the tree that the dialog stands in, which is a shadow tree for windows of the page's own. */
function active_beside(dialog: HTMLDialogElement): Element | null {
  const root = dialog.getRootNode();
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return active === dialog ? null : active;
}
