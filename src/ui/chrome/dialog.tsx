/** A window over the page: the browser's own dialog, which keeps the focus in and gives it back. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';
import { keep_focus_in } from './lost_focus.ts';
import './dialog.css';

/** By which the reader knows that a window is the page's own; absent in those that say nothing of weight. */
export const SignsContext = createContext<string | undefined>(undefined);

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
  const signs = useContext(SignsContext);
  // Before the paint, and closed before it is taken away: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    (dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector('h2'))?.focus();
    const stop = dialog && keep_focus_in(dialog);
    return () => {
      stop?.();
      dialog?.close();
    };
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
        <div class="stChromeDialogHead">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          <Control aria-label="Close" onClick={onClose}>
            <Glyph name="close" />
          </Control>
        </div>
        {signs !== undefined && <p class="stChromeDialogSigns">Your signs: {signs}</p>}
        {children}
        {actions !== undefined && <div class="stChromeDialogFoot">{actions}</div>}
      </div>
    </dialog>
  );
}
