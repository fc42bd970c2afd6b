import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { lazy, useLazy } from '../../parts/lazy.ts';
import { WidgetLabel } from '../../parts/widget_label.tsx';
import type { Component } from '../component.ts';
import '../../parts/field.css';
import './selectbox.css';
import { type Choice, filtered } from './selectbox_filter.ts';

/** The list and what places it come with the first touch of a field. */
const list = lazy(() => import('./selectbox_list.tsx'));

export const selectbox: Component<'selectbox'> = ({ element, value, onChange }) => {
  const { label, help, label_visibility, disabled = false, options, placeholder, icon, clearable } = element;
  const { accept_new_options = false, filter_mode = 'fuzzy', required } = element;
  const id = useId();
  const list_id = `${id}-list`;
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, set_open] = useState(false);
  /** What is typed to find an option; undefined while nothing is. */
  const [query, set_query] = useState<string>();
  const [active, set_active] = useState(-1);
  const List = useLazy(open ? list : undefined)?.SelectboxList;

  const choices = open ? filtered(options, query ?? '', filter_mode, accept_new_options) : [];
  const show = (typed?: string) => {
    if (disabled) return;
    set_query(typed);
    const shown = filtered(options, typed ?? '', filter_mode, accept_new_options);
    set_active(typed === undefined ? Math.max(options.indexOf(value ?? ''), 0) : shown.length > 0 ? 0 : -1);
    set_open(true);
  };
  const hide = () => {
    set_open(false);
    set_query(undefined);
  };
  const choose = (choice: Choice | undefined) => {
    if (choice && choice.text !== value) onChange(choice.text);
    hide();
  };
  const clear = () => {
    onChange(null);
    hide();
    input.current?.focus();
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (open ? set_active(Math.min(active + 1, choices.length - 1)) : show()),
    ArrowUp: () => (open ? set_active(Math.max(active - 1, 0)) : show()),
    PageDown: () => set_active(Math.min(active + 8, choices.length - 1)),
    PageUp: () => set_active(Math.max(active - 8, 0)),
    Enter: () => (open ? choose(choices[active]) : show()),
    Escape: hide,
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return hide();
    if (event.key === 'Backspace' && clearable && query === undefined && value !== null) return clear();
    const act = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (!act || (event.key === 'Escape' && !open)) return undefined;
    event.preventDefault();
    if (event.key === 'Escape') event.stopPropagation();
    return act();
  };

  return (
    <div class="stSelectbox" data-testid="stSelectbox">
      <WidgetLabel for={id} label={label} help={help} visibility={label_visibility} disabled={disabled} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input inside has the keys. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer alone. */}
      <div
        ref={field}
        class="stField"
        data-disabled={disabled}
        onPointerEnter={() => void list.load().catch(() => undefined)}
        onClick={() => {
          input.current?.focus();
          if (open) hide();
          else show();
        }}
      >
        {icon !== undefined && <Icon icon={icon} />}
        <input
          ref={input}
          id={id}
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={query ?? value ?? ''}
          placeholder={placeholder}
          disabled={disabled}
          readOnly={filter_mode === null && !accept_new_options}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={list_id}
          aria-required={required}
          aria-activedescendant={open && active >= 0 ? `${list_id}-${active}` : undefined}
          onFocus={() => void list.load().catch(() => undefined)}
          onInput={(event) => show(event.currentTarget.value)}
          onKeyDown={key}
          onBlur={hide}
        />
        {clearable && value !== null && (
          <button
            type="button"
            class="stFieldButton"
            aria-label="Clear value"
            disabled={disabled}
            onClick={(event) => {
              event.stopPropagation();
              clear();
            }}
          >
            <Icon icon=":material/close:" />
          </button>
        )}
        <span class="stSelectboxArrow" aria-hidden="true">
          <Icon icon=":material/keyboard_arrow_down:" />
        </span>
      </div>
      {List && field.current && (
        <List
          id={list_id}
          label={label}
          anchor={field.current}
          choices={choices}
          active={active}
          chosen={value}
          onHover={set_active}
          onChoose={choose}
        />
      )}
    </div>
  );
};
