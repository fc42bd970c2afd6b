import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { useShortcut } from '../../parts/shortcut.ts';
import { with_tooltip } from '../../parts/tooltip.tsx';
import type { Component } from '../component.ts';
import './button.css';

export const button: Component<'button'> = ({ element, onChange }) => {
  const { label, variant = 'secondary', icon, icon_position = 'left', disabled = false, help } = element;
  const click = () => onChange(true);
  useShortcut(disabled ? undefined : element.shortcut, click);
  const mark = icon === undefined ? null : <Icon icon={icon} />;
  return (
    <div class="stButton" data-testid="stButton">
      {with_tooltip(
        help,
        <button
          type="button"
          class={`stBaseButton stBaseButton-${variant}`}
          data-testid={`stBaseButton-${variant}`}
          data-wrap={element.wrap}
          disabled={disabled}
          aria-keyshortcuts={element.shortcut}
          onClick={click}
        >
          {icon_position === 'left' && mark}
          <Markdown body={label} inline />
          {icon_position === 'right' && mark}
        </button>,
      )}
    </div>
  );
};
