import { useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { shortcut_aria, shortcut_text, useShortcut } from '../../parts/shortcut.ts';
import { with_tooltip } from '../../parts/tooltip.tsx';
import type { Component } from '../component.ts';
import './button.css';

export const button: Component<'button'> = ({ element, onChange }) => {
  const { label, variant = 'secondary', icon, icon_position = 'left', disabled = false, help } = element;
  const { shortcut, wrap } = element;
  const control = useRef<HTMLButtonElement>(null);
  // A page that is busy with its start is inert, and with it all its buttons.
  useShortcut(disabled ? undefined : shortcut, () => control.current?.closest('[inert]') ?? onChange(true));
  const mark = icon === undefined ? null : <Icon icon={icon} />;
  return (
    <div class="stButton" data-testid="stButton">
      {with_tooltip(
        help,
        <button
          ref={control}
          type="button"
          class={`stBaseButton stBaseButton-${variant}`}
          data-testid={`stBaseButton-${variant}`}
          data-wrap={wrap}
          disabled={disabled}
          aria-keyshortcuts={shortcut === undefined ? undefined : shortcut_aria(shortcut)}
          onClick={() => onChange(true)}
        >
          {icon_position === 'left' && mark}
          {label !== '' && <Markdown body={label} inline />}
          {icon_position === 'right' && mark}
          {shortcut !== undefined && (
            <span class="stButtonShortcut" data-testid="stButtonShortcut" aria-hidden="true">
              {shortcut_text(shortcut)}
            </span>
          )}
        </button>,
      )}
    </div>
  );
};
