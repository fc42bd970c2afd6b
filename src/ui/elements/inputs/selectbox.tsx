import { useId, useRef, useState } from 'preact/hooks';
import { preload_combobox, useCombobox } from '../../parts/combobox.ts';
import { REQUIRED } from '../../parts/draft.ts';
import { useForm } from '../../parts/form.ts';
import { DrawnIcon, Icon } from '../../parts/icon.tsx';
import { unseen_name, WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/field.css';
import '../../parts/input_instructions.css';
import './selectbox.css';

const preload = () => void preload_combobox().catch(() => undefined);

/** So few options are all in sight: a phone's keyboard would only cover them. */
const FEW = 8;

export const selectbox: Component<'selectbox'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, options, placeholder, icon, required = false } = element;
  const { accept_new_options = false, filter_mode = 'fuzzy', clearable = false } = element;
  const id = useId();
  const list_id = `${id}-list`;
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const disabled = element.disabled === true || (options.length === 0 && !accept_new_options);
  const can_clear = clearable && !required && !disabled && value !== null;
  const clear = () => {
    onChange(null);
    box.hide();
    input.current?.focus();
  };
  const box = useCombobox({
    options,
    filter_mode,
    accept_new: accept_new_options,
    disabled,
    value,
    onChoose: ({ text }) => text !== value && onChange(text),
    onClear: can_clear ? clear : undefined,
  });
  const { open, query, active, List } = box;
  const [asked, set_asked] = useState(false);
  const missing = asked && value === null;
  useForm(() => {
    const is_missing = required && value === null;
    set_asked(is_missing);
    return !is_missing;
  });
  const searching = query !== undefined;
  // What is typed takes the place of what is shown, wherever the caret is.
  const begin = () => {
    if (!searching) input.current?.select();
  };

  return (
    <div class="stSelectbox" data-testid="stSelectbox">
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input inside has the keys. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer alone. */}
      <div
        ref={field}
        class="stField"
        data-invalid={missing}
        data-disabled={disabled}
        onPointerEnter={preload}
        // A press beside the text leaves the focus in it: otherwise the list would close before it is asked to.
        onMouseDown={(event) => event.target !== input.current && event.preventDefault()}
        onClick={({ target }) => {
          input.current?.focus();
          if (!open) box.show();
          // A click on the text sets the caret; beside it, on the arrow, it closes what it opened.
          else if (target !== input.current && !searching) box.hide();
        }}
      >
        {icon !== undefined && <Icon icon={icon} />}
        <input
          ref={input}
          id={id}
          role="combobox"
          {...unseen_name(label, label_visibility)}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={query ?? value ?? ''}
          placeholder={placeholder}
          disabled={disabled}
          readOnly={box.fixed}
          {...(options.length <= FEW && !accept_new_options ? { inputMode: 'none' as const } : {})}
          aria-autocomplete={box.fixed ? 'none' : 'list'}
          aria-expanded={open}
          aria-controls={open ? list_id : undefined}
          aria-required={required}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-says` : undefined}
          aria-activedescendant={open && active >= 0 ? `${list_id}-${active}` : undefined}
          onFocus={preload}
          onInput={(event) => box.show(event.currentTarget.value)}
          onPaste={begin}
          onKeyDown={(event) => {
            box.onKeyDown(event);
            if (is_letter(event)) begin();
          }}
          onBlur={box.hide}
        />
        {can_clear && (
          <button
            type="button"
            class="stFieldButton"
            aria-label="Clear value"
            onClick={(event) => {
              event.stopPropagation();
              clear();
            }}
          >
            <DrawnIcon name="close" />
          </button>
        )}
        <span class="stSelectboxArrow" aria-hidden="true">
          <DrawnIcon name="keyboard_arrow_down" />
        </span>
        {missing && (
          <div
            id={`${id}-says`}
            class="InputInstructions"
            data-testid="InputInstructions"
            data-fault
            aria-live="polite"
          >
            {REQUIRED}
          </div>
        )}
      </div>
      {List && field.current && (
        <List
          id={list_id}
          label={label}
          anchor={field.current}
          choices={box.choices}
          active={active}
          is_chosen={(text) => text === value}
          onPoint={box.point}
          onChoose={box.choose}
        />
      )}
    </div>
  );
};

/** Keys that begin a letter; a phone does not tell which one it is. */
const beginnings: ReadonlySet<string> = new Set(['Dead', 'Process', 'Unidentified']);

/** Whether a key writes something. AltGr comes as Ctrl and Alt. */
function is_letter({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || metaKey || (ctrlKey && !altKey)) return false;
  return key.length === 1 || beginnings.has(key);
}
