/**
 * When a tooltip shows: while the pointer is over its target or over itself, while the keyboard's focus is in the
 * target, after a tap on an icon (until the next tap), while a finger holds a control. Escape closes it.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { lazy } from './lazy.ts';
import { preload_markdown } from './markdown.tsx';

/** The box, its placement and Markdown in it are needed at the first hover only. */
const box = lazy(async () => {
  const [part] = await Promise.all([import('./tooltip_box.tsx'), preload_markdown()]);
  return part;
});

/** Long enough for the pointer to cross the gap between target and box. */
const LEAVE_MS = 150;
const ENTER_MS = 120;
const HOLD_MS = 500;

export interface Gestures {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onFocusOut: () => void;
}

/** `touch`: what a finger does to open it. `tap` where the target does nothing else. */
export function useTooltip(
  help: string,
  target: RefObject<HTMLElement | null>,
  touch: 'tap' | 'hold',
): Gestures {
  const latest = useRef(help);
  latest.current = help;
  const made = useRef<Tooltip>(undefined);
  made.current ??= tooltip(
    () => latest.current,
    () => target.current,
    touch,
  );
  const current = made.current;
  useEffect(() => current.update(), [help]);
  useLayoutEffect(() => current.close, []);
  return current.gestures;
}

interface Tooltip {
  readonly gestures: Gestures;
  readonly update: () => void;
  readonly close: () => void;
}

function tooltip(help: () => string, target: () => HTMLElement | null, touch: 'tap' | 'hold'): Tooltip {
  let shown: { readonly update: (help: string) => void; readonly close: () => void } | undefined;
  /** What was wished last; the box may arrive after the wish has changed. */
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const close = () => {
    clearTimeout(timer);
    wanted = false;
    shown?.close();
    shown = undefined;
  };
  const stay = () => clearTimeout(timer);
  const leave = () => later(LEAVE_MS, close);
  const open = async () => {
    clearTimeout(timer);
    wanted = true;
    const part = await box.load().catch(() => undefined);
    const anchor = target();
    if (!part || !anchor?.isConnected || !wanted || shown) return;
    shown = part.open_box(anchor, help(), { stay, leave, close });
  };

  const gestures: Gestures = {
    onPointerEnter({ pointerType }) {
      if (pointerType !== 'touch') later(shown ? 0 : ENTER_MS, open);
    },
    onPointerLeave({ pointerType }) {
      if (pointerType !== 'touch') leave();
      else if (touch === 'hold') clearTimeout(timer);
    },
    onPointerDown({ pointerType }) {
      if (pointerType === 'touch' && touch === 'hold') later(HOLD_MS, open);
      // A press means that the reader knows what the control is for.
      if (pointerType !== 'touch' && touch === 'hold') close();
    },
    onPointerUp({ pointerType }) {
      if (pointerType === 'touch' && touch === 'hold' && !shown) clearTimeout(timer);
    },
    onClick(event) {
      if (touch !== 'tap') return;
      event.preventDefault();
      if (shown && (event as PointerEvent).pointerType === 'touch') close();
      else open();
    },
    onFocusIn({ target: focused }) {
      if (focused instanceof Element && focused.matches(':focus-visible')) open();
    },
    onFocusOut: close,
  };
  return { gestures, close, update: () => shown?.update(help()) };
}
