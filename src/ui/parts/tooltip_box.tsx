/** The chunk that draws a tooltip: in the top layer, beside its target, wherever there is room. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { render } from 'preact';
import { Markdown } from './markdown.tsx';

export interface BoxEvents {
  /** The pointer is over the box. */
  readonly stay: () => void;
  readonly leave: () => void;
  readonly close: () => void;
}

export interface Box {
  readonly update: (help: string) => void;
  readonly close: () => void;
}

let count = 0;

export function open_box(anchor: HTMLElement, help: string, events: BoxEvents): Box {
  const element = make_element();
  const update = (text: string) => render(<Markdown body={text} anchors={false} />, element);
  update(help);
  host_of(anchor).append(element);
  element.showPopover?.();
  const described = described_by(anchor, element.id);
  const stop = autoUpdate(anchor, element, () => place(anchor, element));

  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Only the tooltip closes, not the dialog that it may stand in.
    event.preventDefault();
    event.stopPropagation();
    events.close();
  };
  const press = ({ target }: PointerEvent) => {
    if (target instanceof Node && !element.contains(target) && !anchor.contains(target)) events.close();
  };
  element.addEventListener('pointerenter', events.stay);
  element.addEventListener('pointerleave', events.leave);
  document.addEventListener('keydown', key, true);
  document.addEventListener('pointerdown', press, true);

  return {
    update,
    close() {
      stop();
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('pointerdown', press, true);
      described();
      render(null, element);
      element.remove();
    },
  };
}

function make_element(): HTMLElement {
  const element = document.createElement('div');
  element.id = `st-tooltip-${++count}`;
  element.className = 'stTooltipContent';
  element.dataset['testid'] = 'stTooltipContent';
  element.setAttribute('role', 'tooltip');
  element.setAttribute('popover', 'manual');
  return element;
}

/** All outside of a modal dialog is inert, links in a tooltip too. */
function host_of(anchor: HTMLElement): Element {
  return anchor.closest('dialog, [popover]') ?? anchor.closest('.stApp') ?? document.body;
}

/** Tells assistive technology that the box describes the control. Returns how to take it back. */
function described_by(anchor: HTMLElement, id: string): () => void {
  const focusable = 'button, a[href], input, select, textarea, [tabindex]';
  const control = anchor.matches(focusable) ? anchor : anchor.querySelector(focusable);
  const before = control?.getAttribute('aria-describedby') ?? null;
  control?.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`);
  return () => {
    if (before === null) control?.removeAttribute('aria-describedby');
    else control?.setAttribute('aria-describedby', before);
  };
}

async function place(anchor: HTMLElement, element: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(anchor, element, {
    strategy: 'fixed',
    placement: 'top',
    middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8 })],
  });
  Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
}
