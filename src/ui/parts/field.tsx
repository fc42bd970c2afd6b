/** A field with its label, and what it says below itself: the same for every input of text. */
import type { ComponentChildren, JSX } from 'preact';
import type { Draft } from './draft.ts';
import './field.css';
import { InputInstructions } from './input_instructions.tsx';
import { unseen_name, WidgetLabel } from './widget_label.tsx';

/** What the elements of such inputs have in common. */
export interface FieldElement {
  readonly label: string;
  readonly label_visibility?: 'visible' | 'hidden' | 'collapsed' | undefined;
  readonly help?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly max_chars?: number | undefined;
}

export interface FieldProps {
  readonly element: FieldElement;
  /** The id of the control in it. */
  readonly id: string;
  /** The names of the widget and of the box around the control. */
  readonly names: readonly [widget: string, box: string];
  readonly draft: Draft;
  readonly keys?: 'enter' | 'command_enter';
  readonly height?: string | undefined;
  readonly children: ComponentChildren;
}

export function Field(props: FieldProps): JSX.Element {
  const { element, id, names, draft, keys = 'enter', height, children } = props;
  const { label, help, label_visibility, disabled = false, max_chars } = element;
  const [widget, box] = names;
  return (
    <div class={widget} data-testid={widget} data-height={height}>
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      <div
        class={`stField ${box}`}
        data-testid={box}
        data-invalid={draft.fault !== undefined}
        data-disabled={disabled}
      >
        {children}
        <InputInstructions id={`${id}-says`} draft={draft} keys={keys} max_chars={max_chars} />
      </div>
    </div>
  );
}

interface Control extends EventTarget {
  readonly value: string;
}

/** What the control in a field is told, whether it is an `input` or a `textarea`. */
export function control_props(element: FieldElement, id: string, draft: Draft) {
  const { label, label_visibility, placeholder, max_chars, required, disabled = false } = element;
  return {
    id,
    ...unseen_name(label, label_visibility),
    value: draft.text,
    disabled,
    'aria-invalid': draft.fault !== undefined,
    'aria-required': required,
    'aria-describedby': draft.fault === undefined ? undefined : `${id}-says`,
    ...(placeholder !== undefined && { placeholder }),
    ...(max_chars !== undefined && { maxLength: max_chars }),
    onInput: (event: { readonly currentTarget: Control }) => draft.type(event.currentTarget.value),
    onBlur: () => draft.commit(),
  };
}
