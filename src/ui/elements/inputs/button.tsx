import { useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { lazy, useLazy } from '../../parts/lazy.ts';
import { Markdown } from '../../parts/markdown.tsx';
import { useShortcut } from '../../parts/shortcut.ts';
import { with_tooltip } from '../../parts/tooltip.tsx';
import type { Component } from '../component.ts';
import '../../parts/button.css';

/** Few buttons have a shortcut. */
const names = lazy(() => import('../../parts/shortcut_names.ts'));

export const button: Component<'button'> = ({ element, onChange }) => {
  const { label, variant = 'secondary', icon, icon_position = 'left', disabled = false, help } = element;
  const { shortcut, wrap } = element;
  const control = useRef<HTMLButtonElement>(null);
  // A page that is busy with its start is inert, and with it all its buttons.
  useShortcut(disabled ? undefined : shortcut, () => control.current?.closest('[inert]') ?? onChange(true));
  const by = useLazy(shortcut === undefined ? undefined : names);
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
          aria-keyshortcuts={shortcut && by?.shortcut_aria(shortcut)}
          onClick={() => onChange(true)}
        >
          {icon_position === 'left' && mark}
          {label !== '' && <Markdown body={label} inline />}
          {icon_position === 'right' && mark}
          {shortcut && (
            <span class="stButtonShortcut" data-testid="stButtonShortcut" aria-hidden="true">
              {by?.shortcut_text(shortcut)}
            </span>
          )}
        </button>,
      )}
    </div>
  );
};
