/** A key combination that acts wherever the focus is, except that single keys leave text fields alone. */
import { useEffect, useRef } from 'preact/hooks';

/** `ctrl+k`, `cmd+enter`, `s`: modifiers, then one key, in lower case. Undefined: none. */
export function useShortcut(shortcut: string | undefined, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (shortcut === undefined) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || !matches(shortcut, event)) return;
      if (is_plain(shortcut) && is_typing(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [shortcut]);
}

type Keys = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>;

/** `ctrl` and `cmd` are one: the platform's command key. */
export function matches(shortcut: string, event: Keys): boolean {
  const { key, has } = parts_of(shortcut);
  // `?` is Shift and something else on most keyboards: what is typed counts, not how.
  const sign = key.length === 1 && !/[a-z0-9]/.test(key);
  return (
    names_of(event).includes(key) &&
    (event.ctrlKey || event.metaKey) === has('ctrl', 'cmd', 'mod', 'meta') &&
    event.altKey === has('alt', 'option') &&
    (sign || event.shiftKey === has('shift'))
  );
}

export interface ShortcutParts {
  readonly key: string;
  readonly has: (...names: string[]) => boolean;
}

export function parts_of(shortcut: string): ShortcutParts {
  const parts = shortcut.split('+');
  return {
    key: parts.at(-1) ?? '',
    has: (...names) => parts.slice(0, -1).some((part) => names.includes(part)),
  };
}

/** What the pressed key is called: what it types, and, where Alt or Shift make that something else, where it is. */
function names_of({ key, code, altKey, shiftKey }: Keys): readonly string[] {
  const typed = key === ' ' ? 'space' : key.toLowerCase().replace(/^arrow/, '');
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase();
  return place !== undefined && (altKey || shiftKey) ? [typed, place] : [typed];
}

function is_plain(shortcut: string): boolean {
  return !parts_of(shortcut).has('ctrl', 'cmd', 'mod', 'meta', 'alt', 'option');
}

/** Whether keys typed into this target are text. */
export function is_typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true;
  }
  return (
    target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range'].includes(target.type)
  );
}

/** Whether the reader's keyboard has a ⌘ key. */
export function is_mac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
