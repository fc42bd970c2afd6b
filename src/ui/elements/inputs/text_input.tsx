import { useEffect, useId, useState } from 'preact/hooks';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { useDraft } from '../../parts/draft.ts';
import { Icon } from '../../parts/icon.tsx';
import { InputInstructions } from '../../parts/input_instructions.tsx';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/field.css';

const types = { password: 'password', email: 'email', url: 'url', phone: 'tel', search: 'search' } as const;

export const text_input: Component<'text_input'> = ({ element, value, onChange }) => {
  const {
    label,
    help,
    label_visibility,
    disabled = false,
    placeholder,
    icon,
    max_chars,
    input_type,
  } = element;
  const id = useId();
  const [revealed, set_revealed] = useState(false);
  const [fault, set_fault] = useState<string>();
  const draft = useDraft(value ?? '', (text) => {
    const no = fault_of(element, text);
    set_fault(no);
    if (no === undefined) onChange(text);
    return no === undefined;
  });

  // Preact's types tell inputs of different types apart; which one this is, is known only here.
  const type = { type: input_type === undefined || revealed ? 'text' : types[input_type] };
  const { live } = element;
  useEffect(() => {
    if (live === undefined || !draft.dirty || element.form_id !== undefined) return undefined;
    const timer = setTimeout(draft.commit, live);
    return () => clearTimeout(timer);
  }, [draft.text, live]);

  return (
    <div class="stTextInput" data-testid="stTextInput">
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div
        class="stField stTextInputRootElement"
        data-testid="stTextInputRootElement"
        data-invalid={fault !== undefined}
      >
        {icon !== undefined && <Icon icon={icon} />}
        <input
          id={id}
          {...(type as { type: 'text' })}
          value={draft.text}
          disabled={disabled}
          aria-invalid={fault !== undefined}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(max_chars === undefined ? {} : { maxLength: max_chars })}
          {...(element.autocomplete === undefined ? {} : { autocomplete: element.autocomplete })}
          onInput={(event) => {
            set_fault(undefined);
            draft.type(event.currentTarget.value);
            // The cross of a search field empties it; that counts at once.
            if (input_type === 'search' && event.currentTarget.value === '') draft.commit();
          }}
          onBlur={draft.commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') draft.commit();
          }}
        />
        {input_type === 'password' && (
          <button
            type="button"
            class="stFieldButton"
            aria-label={revealed ? 'Hide password text' : 'Show password text'}
            disabled={disabled}
            onClick={() => set_revealed(!revealed)}
          >
            <Icon icon={revealed ? ':material/visibility_off:' : ':material/visibility:'} />
          </button>
        )}
        <InputInstructions
          dirty={draft.dirty}
          in_form={element.form_id !== undefined}
          length={[...draft.text].length}
          most={max_chars}
          fault={fault}
        />
      </div>
    </div>
  );
};

/** Why a text cannot be committed; undefined when it can. A pattern that is none stops nobody. */
export function fault_of(
  { required = false, validate }: Pick<ElementByType<'text_input'>, 'required' | 'validate'>,
  text: string,
): string | undefined {
  if (required && text.trim() === '') return 'This field is required';
  if (validate === undefined || text === '') return undefined;
  try {
    if (new RegExp(validate.pattern, 'u').test(text)) return undefined;
  } catch {
    return undefined;
  }
  return validate.message ?? 'The text does not have the required form';
}
