/** The gesture that moves a thumb. Its values count when the thumb is let go, and not at all when the page scrolls instead. */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { nearest_thumb, snapped, with_thumb } from './slider_values.ts';

export interface SliderDrag {
  readonly track: RefObject<HTMLDivElement | null>;
  /** The values while a thumb is held. */
  readonly dragged: readonly number[] | undefined;
  readonly gestures: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

export function useSliderDrag(
  element: ElementByType<'slider'>,
  value: readonly number[],
  commit: (values: readonly number[]) => void,
): SliderDrag {
  const track = useRef<HTMLDivElement>(null);
  const [drag, set_drag] = useState<{ readonly thumb: number; readonly values: readonly number[] }>();

  const value_at = (x: number): number => {
    const { min, max } = element;
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return min;
    return snapped(element, min + ((x - box.left) / box.width) * (max - min));
  };
  return {
    track,
    dragged: drag?.values,
    gestures: {
      onPointerDown(event) {
        if (event.button !== 0 || !event.isPrimary) return;
        event.preventDefault();
        const at = value_at(event.clientX);
        const thumb = nearest_thumb(value, at);
        track.current?.setPointerCapture(event.pointerId);
        track.current?.querySelectorAll<HTMLElement>('[role="slider"]')[thumb]?.focus();
        set_drag({ thumb, values: with_thumb(value, thumb, at) });
      },
      onPointerMove(event) {
        if (!drag || !event.isPrimary) return;
        set_drag({ ...drag, values: with_thumb(drag.values, drag.thumb, value_at(event.clientX)) });
      },
      onPointerUp() {
        if (drag?.values.some((entry, index) => entry !== value[index])) commit(drag.values);
        set_drag(undefined);
      },
      onPointerCancel: () => set_drag(undefined),
    },
  };
}
