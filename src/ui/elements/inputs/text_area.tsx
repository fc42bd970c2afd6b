import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { REQUIRED, useDraft } from '../../parts/draft.ts';
import { InputInstructions } from '../../parts/input_instructions.tsx';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/field.css';
import './text_area.css';

export const text_area: Component<'text_area'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, disabled = false, placeholder, max_chars, required } = element;
  const { height, form_id } = element;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(value ?? '', (text) => {
    if (required && text.trim() === '') return REQUIRED;
    onChange(text);
    return undefined;
  });
  const { text, fault } = draft;
  useLayoutEffect(() => {
    if (area.current && height === 'content') fit_to_text(area.current);
  }, [text, height]);
  return (
    <div
      class="stTextArea"
      data-testid="stTextArea"
      data-height={typeof height === 'number' ? 'fixed' : height}
    >
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div
        class="stField stTextAreaRootElement"
        data-testid="stTextAreaRootElement"
        data-invalid={fault !== undefined}
        data-disabled={disabled}
      >
        <textarea
          ref={area}
          id={id}
          value={text}
          disabled={disabled}
          aria-invalid={fault !== undefined}
          aria-required={required}
          aria-describedby={fault === undefined ? undefined : `${id}-says`}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(max_chars === undefined ? {} : { maxLength: max_chars })}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onBlur={() => draft.commit()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            draft.commit();
          }}
        />
        <InputInstructions
          id={`${id}-says`}
          draft={draft}
          in_form={form_id !== undefined}
          keys="command_enter"
          max_chars={max_chars}
        />
      </div>
    </div>
  );
};

/** As high as its text, where the browser cannot do that by itself (`field-sizing`). */
function fit_to_text(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}
