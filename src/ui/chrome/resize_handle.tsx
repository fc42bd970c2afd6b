/** The edge of the sidebar: dragged, or moved by keys. */
import type { JSX, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { sidebar_width, width_after_key } from './sidebar_state.ts';

export interface ResizeHandleProps {
  readonly width: number;
  readonly controls: string;
  /** `done`: the gesture is over, so the width is worth remembering. */
  readonly onResize: (width: number, done: boolean) => void;
}

export function ResizeHandle({ width, controls, onResize }: ResizeHandleProps): JSX.Element {
  const drag = (event: TargetedPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const start = event.clientX - width;
    let last = width;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => {
      last = move.clientX - start;
      onResize(last, false);
    };
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
      handle.onlostpointercapture = null;
      onResize(last, true);
    };
  };
  const key = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const next = width_after_key(width, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onResize(next, true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr has no value and no keys; this is the window splitter pattern.
    <div
      class="stSidebarResizeHandle"
      data-testid="stSidebarResizeHandle"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the sidebar"
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={sidebar_width.min}
      aria-valuemax={sidebar_width.max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={key}
      onDblClick={() => onResize(sidebar_width.normal, true)}
    />
  );
}
