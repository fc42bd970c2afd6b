import { useId } from 'preact/hooks';
import { REQUIRED, useDraft } from '../../parts/draft.ts';
import { control_props, Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useFormats } from '../../parts/value_format.ts';
import type { Component } from '../component.ts';
import './number_input.css';
import { fault_of, number_text, read_number, stepped } from './number_input_values.ts';

export const number_input: Component<'number_input'> = ({ element, value, onChange }) => {
  const { disabled = false, icon, required } = element;
  const id = useId();
  const all = useFormats(element.format);
  const shown = number_text(element, value, all);
  const send = (text: string) => {
    const next = read_number(element, text);
    if (next === null && required) return REQUIRED;
    // What is no number at all gives way to the number that was.
    if (next === undefined) return undefined;
    const fault = fault_of(element, next, all);
    if (fault === undefined && next !== value) onChange(next);
    return fault;
  };
  const draft = useDraft(shown, send, required);
  // The text may show less than the value has: only what was typed is read from it.
  const now = draft.dirty ? (read_number(element, draft.text) ?? null) : value;
  const move = (steps: 1 | -1) => {
    const next = stepped(element, now, steps);
    if (next === undefined) return;
    draft.type(number_text(element, next, all));
    if (next !== value) onChange(next);
  };
  const step_button = (steps: 1 | -1) => (
    <button
      type="button"
      class="stFieldButton"
      data-testid={steps > 0 ? 'stNumberInputStepUp' : 'stNumberInputStepDown'}
      // The arrow keys do the same.
      tabIndex={-1}
      aria-label={steps > 0 ? 'Increment' : 'Decrement'}
      disabled={disabled || stepped(element, now, steps) === undefined}
      onClick={() => move(steps)}
    >
      <span class="stNumberInputMark" aria-hidden="true" />
    </button>
  );
  return (
    <Field element={element} id={id} names={['stNumberInput', 'stNumberInputContainer']} draft={draft}>
      {icon !== undefined && <Icon icon={icon} />}
      <input
        {...control_props(element, id, draft)}
        data-testid="stNumberInputField"
        type="text"
        role="spinbutton"
        inputMode={keyboard_of(element)}
        autocomplete="off"
        aria-valuenow={value ?? undefined}
        aria-valuetext={value === null ? 'empty' : shown}
        aria-valuemin={element.min}
        aria-valuemax={element.max}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') draft.enter();
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          move(event.key === 'ArrowUp' ? 1 : -1);
        }}
      />
      {step_button(-1)}
      {step_button(1)}
    </Field>
  );
};

/** A phone's keyboard of digits has no minus sign. */
function keyboard_of({ data_type, min }: { data_type: 'int' | 'float'; min?: number | undefined }) {
  if (min === undefined || min < 0) return 'text';
  return data_type === 'int' ? 'numeric' : 'decimal';
}
