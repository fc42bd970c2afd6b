import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { is_plain, Markdown, usePlainText } from '../../parts/markdown.tsx';
import { useFormats } from '../../parts/value_format.ts';
import { name_by, WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import './slider.css';
import { useSliderDrag } from './slider_drag.ts';
import { label_lefts } from './slider_labels.ts';
import { formats_of, key_target, share_of, shown_value, with_thumb } from './slider_values.ts';

export const slider: Component<'slider'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, disabled = false, min, max } = element;
  const id = useId();
  const all = useFormats(element.format, formats_of(element.data_type));
  const { track, dragged, gestures } = useSliderDrag(element, value, onChange);
  const values = dragged ?? value;
  const key = (event: KeyboardEvent, thumb: number) => {
    const target = key_target(element, event.key, value[thumb] ?? min);
    if (target === undefined || disabled) return;
    event.preventDefault();
    const next = with_thumb(value, thumb, target);
    if (next[thumb] !== value[thumb]) onChange(next);
  };

  const shares = values.map((entry) => share_of(element, entry));
  const texts = values.map((entry) => shown_value(element, entry, all));
  // A format may have marks of Markdown.
  const plain = [usePlainText(texts[0] ?? ''), usePlainText(texts[1] ?? '')];
  const said = texts.map((text, thumb) => plain[thumb] ?? text);
  const lefts = label_lefts(shares, said);
  const [low, high] = shares.length > 1 ? [shares[0] ?? 0, shares[1] ?? 1] : [0, shares[0] ?? 0];
  return (
    <div class="stSlider" data-testid="stSlider" data-disabled={disabled}>
      <WidgetLabel id={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div class="stSliderArea" {...(disabled ? {} : gestures)}>
        <div ref={track} class="stSliderTrack">
          <div class="stSliderFill" style={{ left: percent(low), right: percent(1 - high) }} />
          {values.map((entry, thumb) => (
            <div
              key={thumb}
              role="slider"
              tabIndex={disabled ? -1 : 0}
              class="stSliderThumb"
              style={{ left: percent(shares[thumb] ?? 0) }}
              {...name_by(id, label, label_visibility)}
              aria-description={values.length > 1 ? (thumb === 0 ? 'from' : 'to') : undefined}
              aria-valuemin={min}
              aria-valuemax={max}
              aria-valuenow={entry}
              aria-valuetext={said[thumb]}
              aria-disabled={disabled}
              onKeyDown={(event) => key(event, thumb)}
            >
              <span
                class="stSliderThumbValue"
                data-testid="stSliderThumbValue"
                aria-hidden="true"
                style={{ left: lefts[thumb] }}
              >
                {marked(texts[thumb] ?? '')}
              </span>
            </div>
          ))}
        </div>
        <div class="stSliderTickBar" data-testid="stSliderTickBar" aria-hidden="true">
          <span data-testid="stSliderTickBarMin">{marked(shown_value(element, min, all))}</span>
          <span data-testid="stSliderTickBarMax">{marked(shown_value(element, max, all))}</span>
        </div>
      </div>
    </div>
  );
};

function marked(text: string): ComponentChildren {
  return is_plain(text) ? text : <Markdown body={text} inline />;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}
