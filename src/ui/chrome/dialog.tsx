/** A window over the page: the browser's own dialog, which keeps the focus in and gives it back. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly testid: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the end. One with `data-first` has the focus at first, else the title. */
  readonly actions?: ComponentChildren;
  readonly wide?: boolean;
}

export function Dialog({
  title,
  testid,
  onClose,
  children,
  actions,
  wide = false,
}: DialogProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the paint, and closed before it is taken away: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    (dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector('h2'))?.focus();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the window; the key for it is Escape, `cancel`.
    <dialog
      ref={box}
      class={`stChromeDialog ${testid}`}
      data-testid={testid}
      data-wide={wide}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <div class="stChromeDialogBody">
        <header>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <Control aria-label="Close" onClick={onClose}>
            <Glyph name="close" />
          </Control>
        </header>
        {children}
        {actions !== undefined && <footer>{actions}</footer>}
      </div>
    </dialog>
  );
}
