import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useDraft } from '../../parts/draft.ts';
import { InputInstructions } from '../../parts/input_instructions.tsx';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/field.css';
import './text_area.css';

export const text_area: Component<'text_area'> = ({ element, value, onChange }) => {
  const {
    label,
    help,
    label_visibility,
    disabled = false,
    placeholder,
    max_chars,
    height,
    required,
  } = element;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(value ?? '', (text) => {
    if (required && text.trim() === '') return false;
    onChange(text);
    return true;
  });
  useLayoutEffect(() => {
    const box = area.current;
    if (!box || height !== 'content') return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [draft.text, height]);
  return (
    <div
      class="stTextArea"
      data-testid="stTextArea"
      data-height={typeof height === 'string' ? height : 'fixed'}
    >
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div class="stField stTextAreaRootElement" data-testid="stTextAreaRootElement">
        <textarea
          ref={area}
          id={id}
          value={draft.text}
          disabled={disabled}
          aria-required={required}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(max_chars === undefined ? {} : { maxLength: max_chars })}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onBlur={draft.commit}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            draft.commit();
          }}
        />
        <InputInstructions
          dirty={draft.dirty}
          in_form={element.form_id !== undefined}
          keys="command_enter"
          length={[...draft.text].length}
          most={max_chars}
        />
      </div>
    </div>
  );
};
