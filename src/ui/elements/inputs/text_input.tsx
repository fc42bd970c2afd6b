import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { REQUIRED, useDraft } from '../../parts/draft.ts';
import { control_props, Field } from '../../parts/field.tsx';
import { DrawnIcon, Icon } from '../../parts/icon.tsx';
import type { Component } from '../component.ts';

type TextInput = ElementByType<'text_input'>;

const types = { password: 'password', email: 'email', url: 'url', phone: 'tel', search: 'search' } as const;

export const text_input: Component<'text_input'> = ({ element, value, onChange }) => {
  const { disabled = false, icon, input_type, live, form_id, autocomplete } = element;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [revealed, set_revealed] = useState(false);
  const send = (text: string) => {
    const fault = fault_of(element, text);
    if (fault === undefined) onChange(text);
    return fault;
  };
  const draft = useDraft(value ?? '', send, element.required);
  const { text } = draft;
  useEffect(() => {
    if (live === undefined || form_id !== undefined) return undefined;
    const timer = setTimeout(draft.commit, live, 'quietly');
    return () => clearTimeout(timer);
  }, [text, live, form_id]);

  const typed = (next: string) => {
    draft.type(next);
    // An emptied search is a new search.
    if (input_type === 'search' && next === '') draft.commit();
  };
  const clear = () => {
    typed('');
    input.current?.focus();
  };
  // Preact's types tell inputs of different types apart; which one this is, is known only here.
  const type = { type: input_type === undefined || revealed ? 'text' : types[input_type] };
  return (
    <Field element={element} id={id} names={['stTextInput', 'stTextInputRootElement']} draft={draft}>
      {icon !== undefined && <Icon icon={icon} />}
      <input
        ref={input}
        {...control_props(element, id, draft)}
        data-testid="stTextInputField"
        {...(type as { type: 'text' })}
        {...(autocomplete !== undefined && { autocomplete })}
        onInput={(event) => typed(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) draft.enter();
        }}
      />
      {input_type === 'search' && text !== '' && !disabled && (
        <button type="button" class="stFieldButton" aria-label="Clear search" onClick={clear}>
          <DrawnIcon name="close" />
        </button>
      )}
      {input_type === 'password' && (
        <button
          type="button"
          class="stFieldButton"
          aria-label={revealed ? 'Hide password' : 'Show password'}
          disabled={disabled}
          onClick={() => set_revealed(!revealed)}
        >
          <Icon icon={revealed ? ':material/visibility_off:' : ':material/visibility:'} />
        </button>
      )}
    </Field>
  );
};

/** Why a text cannot be committed; undefined when it can. A pattern that is none stops nobody. */
export function fault_of(
  { required = false, validate }: Pick<TextInput, 'required' | 'validate'>,
  text: string,
): string | undefined {
  if (required && text.trim() === '') return REQUIRED;
  if (validate === undefined || text === '') return undefined;
  try {
    if (new RegExp(validate.pattern, 'u').test(text)) return undefined;
  } catch {
    return undefined;
  }
  return validate.message ?? 'The text does not have the required form';
}
