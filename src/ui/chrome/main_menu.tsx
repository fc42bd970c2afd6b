/** The menu at the top right: a button and the list it opens, moved through with arrow keys. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type ThemeChoice, theme_choices } from '../theme/choice.ts';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';
import type { MenuAction, MenuEntry } from './menu_entries.ts';
import { theme_names } from './theme_names.ts';
import './main_menu.css';

export interface MainMenuProps {
  readonly entries: readonly MenuEntry[];
  readonly theme: ThemeChoice;
  readonly onAction: (action: MenuAction) => void;
  readonly onTheme: (choice: ThemeChoice) => void;
}

export function MainMenu(props: MainMenuProps): JSX.Element {
  const [open, set_open] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (refocus: boolean) => {
    set_open(false);
    if (refocus) box.current?.querySelector('button')?.focus();
  };

  useEffect(() => {
    if (!open) return undefined;
    items_of(box.current)[0]?.focus();
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) set_open(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  return (
    <div ref={box} id="MainMenu" class="stMainMenu" data-testid="stMainMenu">
      <Control
        data-testid="stMainMenuButton"
        aria-label="Main menu"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => set_open(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          set_open(true);
        }}
      >
        <Glyph name="more" />
      </Control>
      {open && (
        <div class="stMainMenuPopover" data-testid="stMainMenuPopover">
          <div
            id={id}
            class="stMainMenuList"
            data-testid="stMainMenuList"
            role="menu"
            aria-label="Main menu"
            onKeyDown={(event) => move(event, box.current, close)}
          >
            {props.entries.map((entry, index) => (
              <Entry key={'label' in entry ? entry.label : index} entry={entry} close={close} {...props} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

interface EntryProps extends MainMenuProps {
  readonly entry: MenuEntry;
  readonly close: (refocus: boolean) => void;
}

function Entry({ entry, close, theme, onAction, onTheme }: EntryProps): JSX.Element {
  if (entry.kind === 'line') return <hr class="stMainMenuLine" />;
  if (entry.kind === 'theme') return <ThemeEntry theme={theme} onTheme={onTheme} />;
  if (entry.kind === 'link') {
    return (
      <div role="none">
        <a
          role="menuitem"
          tabIndex={-1}
          href={entry.href}
          {...(entry.outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
          onClick={() => close(false)}
        >
          {entry.label}
        </a>
      </div>
    );
  }
  const shortcut = entry.kind === 'action' ? entry.shortcut : undefined;
  return (
    <div role="none">
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        aria-keyshortcuts={shortcut}
        onClick={() => {
          close(true);
          if (entry.kind === 'panel') entry.onOpen();
          else onAction(entry.action);
        }}
      >
        {entry.label}
        {shortcut !== undefined && (
          <span class="stMainMenuKey" aria-hidden="true">
            {shortcut}
          </span>
        )}
      </button>
    </div>
  );
}

function ThemeEntry({ theme, onTheme }: Pick<MainMenuProps, 'theme' | 'onTheme'>): JSX.Element {
  const id = useId();
  return (
    <div role="none" class="stMainMenuTheme">
      <span id={id}>Theme</span>
      {/* biome-ignore lint/a11y/useSemanticElements: inside a menu only this groups. */}
      <div role="group" aria-labelledby={id}>
        {theme_choices.map((choice) => (
          <button
            key={choice}
            type="button"
            role="menuitemradio"
            aria-checked={choice === theme}
            tabIndex={-1}
            onClick={() => onTheme(choice)}
          >
            {theme_names[choice]}
          </button>
        ))}
      </div>
    </div>
  );
}

function items_of(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Where the focus goes from `at` in a list of `length`; undefined for a key that moves nothing. */
export function next_item(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % length;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}

function move(
  event: TargetedKeyboardEvent<HTMLElement>,
  box: HTMLElement | null,
  close: (refocus: boolean) => void,
): void {
  if (event.key === 'Tab') {
    close(false);
    return;
  }
  const items = items_of(box);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  const next =
    typed && event.key !== ' '
      ? item_by_letter(items, at, event.key)
      : next_item(event.key, at, items.length);
  if (event.key === 'Escape') close(true);
  else if (next !== undefined) items[next]?.focus();
  else if (!typed || event.key === ' ') return;
  event.preventDefault();
  // A letter chooses an entry here; it is no shortcut of the page.
  event.stopPropagation();
}

function item_by_letter(items: readonly HTMLElement[], at: number, letter: string): number | undefined {
  const order = [...items.keys()].map((index) => (at + 1 + index) % items.length);
  return order.find((index) => items[index]?.textContent?.toLowerCase().startsWith(letter.toLowerCase()));
}
