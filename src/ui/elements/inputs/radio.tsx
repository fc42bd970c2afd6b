import { useId } from 'preact/hooks';
import { Markdown } from '../../parts/markdown.tsx';
import { name_by, WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import './radio.css';

export const radio: Component<'radio'> = ({ element, value, onChange }) => {
  const { options, captions, horizontal = false, label, help, disabled = false, label_visibility } = element;
  const id = useId();
  // Two options may read alike: the first of them is the chosen one.
  const chosen = value === null ? -1 : options.indexOf(value);
  return (
    <div class="stRadio" data-testid="stRadio">
      <WidgetLabel id={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div
        role="radiogroup"
        class="stRadioGroup"
        data-testid="stRadioGroup"
        data-horizontal={horizontal}
        {...name_by(id, label, label_visibility)}
      >
        {options.map((option, index) => {
          const caption = captions?.[index];
          return (
            <label key={index} data-testid="stRadioOption" data-baseweb="radio" data-disabled={disabled}>
              <input
                type="radio"
                name={id}
                value={index}
                checked={index === chosen}
                disabled={disabled}
                onChange={() => onChange(option)}
              />
              <span class="stRadioMark" aria-hidden="true" />
              <span>
                <Markdown body={option} inline links />
                {caption !== undefined && caption !== '' && (
                  <span class="stRadioCaption" data-testid="stRadioCaption">
                    <span data-testid="stCaptionContainer">
                      <Markdown body={caption} inline links />
                    </span>
                  </span>
                )}
              </span>
            </label>
          );
        })}
        {options.length === 0 && <span class="stRadioCaption">No options to select.</span>}
      </div>
    </div>
  );
};
