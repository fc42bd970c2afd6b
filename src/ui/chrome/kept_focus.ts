/** While elements are inert the focus is nowhere; when they answer again it is where it was. */
import { useLayoutEffect, useRef } from 'preact/hooks';

export function useKeptFocus(busy: boolean): void {
  const before = useRef<Element | null>(null);
  // Read while rendering: once the tree is inert, the browser has taken the focus away.
  if (busy && before.current === null) before.current = document.activeElement;
  useLayoutEffect(() => {
    const element = before.current;
    if (busy || element === null) return;
    before.current = null;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true });
  }, [busy]);
}
