import { useId, useRef, useState } from 'preact/hooks';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import './slider.css';
import { key_target, nearest_thumb, share_of, shown_value, snapped, with_thumb } from './slider_values.ts';

export const slider: Component<'slider'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, disabled = false, min, max } = element;
  const id = useId();
  const track = useRef<HTMLDivElement>(null);
  /** The gesture under way: its values count when it ends. */
  const [drag, set_drag] = useState<{ readonly thumb: number; readonly values: readonly number[] }>();
  const values = drag?.values ?? value;

  const value_at = (x: number): number => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return min;
    return snapped(element, min + ((x - box.left) / box.width) * (max - min));
  };
  const start = (event: PointerEvent) => {
    if (disabled || event.button !== 0) return;
    event.preventDefault();
    const at = value_at(event.clientX);
    const thumb = nearest_thumb(value, at);
    track.current?.setPointerCapture(event.pointerId);
    set_drag({ thumb, values: with_thumb(value, thumb, at) });
    track.current?.querySelectorAll<HTMLElement>('[role="slider"]')[thumb]?.focus();
  };
  const move = (event: PointerEvent) => {
    if (drag) set_drag({ ...drag, values: with_thumb(drag.values, drag.thumb, value_at(event.clientX)) });
  };
  const end = () => {
    if (drag?.values.some((entry, index) => entry !== value[index])) onChange(drag.values);
    set_drag(undefined);
  };
  const key = (event: KeyboardEvent, thumb: number) => {
    const target = key_target(element, event.key, value[thumb] ?? min);
    if (target === undefined || disabled) return;
    event.preventDefault();
    const next = with_thumb(value, thumb, target);
    if (next[thumb] !== value[thumb]) onChange(next);
  };

  const [low, high] = values.length > 1 ? [values[0] ?? min, values[1] ?? max] : [min, values[0] ?? min];
  return (
    <div class="stSlider" data-testid="stSlider" data-disabled={disabled}>
      <WidgetLabel id={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div
        class="stSliderArea"
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <div ref={track} class="stSliderTrack">
          <div
            class="stSliderFill"
            style={{ left: share_of(element, low), right: `calc(100% - ${share_of(element, high)})` }}
          />
          {values.map((entry, thumb) => (
            <div
              key={thumb}
              role="slider"
              tabIndex={disabled ? -1 : 0}
              class="stSliderThumb"
              style={{ left: share_of(element, entry) }}
              aria-labelledby={id}
              aria-description={values.length > 1 ? (thumb === 0 ? 'from' : 'to') : undefined}
              aria-valuemin={min}
              aria-valuemax={max}
              aria-valuenow={entry}
              aria-valuetext={shown_value(element, entry)}
              aria-disabled={disabled}
              onKeyDown={(event) => key(event, thumb)}
            >
              <span class="stSliderThumbValue" data-testid="stSliderThumbValue" aria-hidden="true">
                {shown_value(element, entry)}
              </span>
            </div>
          ))}
        </div>
      </div>
      <div class="stSliderTickBar" data-testid="stSliderTickBar" aria-hidden="true">
        <span data-testid="stSliderTickBarMin">{shown_value(element, min)}</span>
        <span data-testid="stSliderTickBarMax">{shown_value(element, max)}</span>
      </div>
    </div>
  );
};
