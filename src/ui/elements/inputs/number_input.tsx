import { useId } from 'preact/hooks';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { useDraft } from '../../parts/draft.ts';
import { Icon } from '../../parts/icon.tsx';
import { InputInstructions } from '../../parts/input_instructions.tsx';
import { float_format, format_number } from '../../parts/number_format.ts';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/field.css';
import './number_input.css';

type NumberInput = ElementByType<'number_input'>;

export const number_input: Component<'number_input'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, disabled = false, placeholder, icon, step, required } = element;
  const id = useId();
  const draft = useDraft(shown(element, value), (text) => {
    const next = read_number(element, text);
    if (next === undefined || (next === null && required)) {
      draft.reset();
      return false;
    }
    if (next !== value) onChange(next);
    // What was typed may read otherwise than what it means: 007, or a number cut to its bounds.
    if (shown(element, next) !== text) draft.type(shown(element, next));
    return true;
  });
  const move = (by: number) => {
    const from = read_number(element, draft.text) ?? value ?? element.min ?? 0;
    const next = bounded(element, rounded(from + by * step));
    draft.type(shown(element, next));
    if (next !== value) onChange(next);
  };
  const at_least = value !== null && element.min !== undefined && value <= element.min;
  const at_most = value !== null && element.max !== undefined && value >= element.max;
  return (
    <div class="stNumberInput" data-testid="stNumberInput">
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div class="stField stNumberInputContainer" data-testid="stNumberInputContainer">
        {icon !== undefined && <Icon icon={icon} />}
        <input
          id={id}
          data-testid="stNumberInputField"
          type="text"
          role="spinbutton"
          inputMode={element.data_type === 'int' ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={draft.text}
          disabled={disabled}
          aria-valuenow={value ?? undefined}
          aria-valuemin={element.min}
          aria-valuemax={element.max}
          aria-required={required}
          {...(placeholder === undefined ? {} : { placeholder })}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onBlur={draft.commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') draft.commit();
            else if (event.key === 'ArrowUp') move(1);
            else if (event.key === 'ArrowDown') move(-1);
            else return;
            if (event.key !== 'Enter') event.preventDefault();
          }}
        />
        <button
          type="button"
          class="stFieldButton"
          data-testid="stNumberInputStepDown"
          tabIndex={-1}
          aria-label={`Decrease ${label}`}
          disabled={disabled || at_least}
          onClick={() => move(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <button
          type="button"
          class="stFieldButton"
          data-testid="stNumberInputStepUp"
          tabIndex={-1}
          aria-label={`Increase ${label}`}
          disabled={disabled || at_most}
          onClick={() => move(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <InputInstructions
          dirty={draft.dirty}
          in_form={element.form_id !== undefined}
          length={0}
          most={undefined}
        />
      </div>
    </div>
  );
};

function shown({ data_type, step, format }: NumberInput, value: number | null): string {
  if (value === null) return '';
  return format_number(value, format ?? (data_type === 'int' ? '%d' : float_format(step)));
}

/** Null for an empty field, undefined for what is no number; cut to the bounds. */
export function read_number(element: NumberInput, text: string): number | null | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const found = Number(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i.exec(trimmed)?.[0] ?? Number.NaN);
  if (!Number.isFinite(found)) return undefined;
  return bounded(element, element.data_type === 'int' ? Math.trunc(found) : found);
}

function bounded(
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: NumberInput,
  value: number,
): number {
  return Math.min(Math.max(value, min), max);
}

/** 0.1 + 0.2 is 0.3 here. */
function rounded(value: number): number {
  return Number(value.toPrecision(14));
}
