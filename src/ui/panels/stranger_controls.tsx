/** For an app that is somebody else's: a button that the app cannot hide or cover, and what it opens. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import type { MenuPanel } from '../chrome/menu_entries.ts';

export interface StrangerButtonProps {
  readonly onOpen: () => void;
}

export function StrangerButton({ onOpen }: StrangerButtonProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    current?.showPopover();
    // Lists and tooltips of the app are in the top layer too, and the last one that was shown lies above.
    const raise = (event: ToggleEvent) => {
      if (event.newState !== 'open' || !current?.matches(':popover-open')) return;
      const focused = current.querySelector<HTMLElement>(':focus');
      current.hidePopover();
      current.showPopover();
      focused?.focus();
    };
    document.addEventListener('toggle', raise, { capture: true });
    return () => document.removeEventListener('toggle', raise, { capture: true });
  }, []);
  return (
    <div ref={box} popover="manual" class="stStrangerButton" data-testid="stStrangerButton">
      <Control
        aria-label="Permissions, secrets and data of this app"
        title="Permissions, secrets and data of this app"
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M12 3l7.5 3v5.5c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V6z"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linejoin="round"
          />
        </svg>
      </Control>
    </div>
  );
}

export interface StrangerControlsProps {
  readonly app_name: string;
  readonly panels: readonly MenuPanel[];
  readonly onClose: () => void;
}

export function StrangerControls({ app_name, panels, onClose }: StrangerControlsProps): JSX.Element {
  return (
    <Dialog title={app_name} testid="stStrangerControls" onClose={onClose}>
      <div class="stPanelStack">
        <p>
          Somebody else made this app. What it may do and what it left here is yours to see and to change:
        </p>
        <div class="stPanelRow">
          {panels.map(({ label, onOpen }) => (
            <Control
              key={label}
              kind="bordered"
              onClick={() => {
                onClose();
                onOpen();
              }}
            >
              {label}
            </Control>
          ))}
        </div>
        <p class="stPanelNote">
          The app cannot hide this. It can draw anything inside of the page: never type a passphrase into a
          window that does not show your signs, as this one does.
        </p>
      </div>
    </Dialog>
  );
}
