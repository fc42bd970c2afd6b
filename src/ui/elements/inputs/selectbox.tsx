import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
    chosen: value === null ? -1 : options.indexOf(value),
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
  useLayoutEffect(() => {
    if (!searching && input.current === document.activeElement) input.current?.select();
  }, [searching, open, value]);

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
        onClick={() => {
          input.current?.focus();
          if (!open) box.show();
          else if (!searching) box.hide();
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
          data-searching={searching}
          {...(options.length <= FEW && !accept_new_options ? { inputMode: 'none' as const } : {})}
          aria-autocomplete={box.fixed ? 'none' : 'list'}
          aria-expanded={open}
          aria-controls={open ? list_id : undefined}
          aria-required={required}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-says` : undefined}
          aria-activedescendant={open && active >= 0 ? `${list_id}-${active}` : undefined}
          onFocus={(event) => {
            preload();
            event.currentTarget.select();
          }}
          onInput={(event) => box.show(event.currentTarget.value)}
          onKeyDown={box.onKeyDown}
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
