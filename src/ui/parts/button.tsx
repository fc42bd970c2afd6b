/** A button that a script made: what `st.button` and its kin have in common. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import './button.css';
import { Icon } from './icon.tsx';
import { lazy, useLazy } from './lazy.ts';
import { Markdown } from './markdown.tsx';
import { useShortcut } from './shortcut.ts';
import { with_tooltip } from './tooltip.tsx';

/** Few buttons have a shortcut. */
const names = lazy(() => import('./shortcut_names.ts'));

/** What the elements of such buttons have in common. */
export interface ButtonElement {
  readonly label: string;
  readonly help?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly variant?: 'primary' | 'secondary' | 'tertiary' | undefined;
  readonly icon?: string | undefined;
  readonly icon_position?: 'left' | 'right' | undefined;
  readonly shortcut?: string | undefined;
  readonly wrap?: boolean | undefined;
}

export interface PushButtonProps {
  readonly element: ButtonElement;
  /** Class and test id of the box around it. */
  readonly name: string;
  /** What its test id has behind the variant: `stBaseButton-primaryFormSubmit`. */
  readonly kind?: string;
  readonly onPress: () => void;
}

export function PushButton({ element, name, kind = '', onPress }: PushButtonProps): JSX.Element {
  const { label, variant = 'secondary', icon, icon_position = 'left', disabled = false, help } = element;
  const { shortcut, wrap } = element;
  const control = useRef<HTMLButtonElement>(null);
  // A page that is busy with its start is inert, and with it all its buttons.
  useShortcut(disabled ? undefined : shortcut, () => control.current?.closest('[inert]') ?? onPress());
  const by = useLazy(shortcut === undefined ? undefined : names);
  const mark = icon === undefined ? null : <Icon icon={icon} />;
  return (
    <div class={name} data-testid={name}>
      {with_tooltip(
        help,
        <button
          ref={control}
          type="button"
          class={`stBaseButton stBaseButton-${variant}`}
          data-testid={`stBaseButton-${variant}${kind}`}
          data-wrap={wrap}
          disabled={disabled}
          aria-keyshortcuts={shortcut && by?.shortcut_aria(shortcut)}
          onClick={onPress}
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
}
