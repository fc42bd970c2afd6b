/** A key combination that acts wherever the focus is, except that single keys leave text fields alone. */
import { useEffect, useRef } from 'preact/hooks';

/** `ctrl+k`, `mod+enter`, `s`: modifiers, then one key, in lower case. Undefined: none. */
export function useShortcut(shortcut: string | undefined, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (shortcut === undefined) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (!matches(shortcut, event) || (is_plain(shortcut) && is_typing(event.target))) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [shortcut]);
}

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** `ctrl`, `cmd` and `mod` are one: the platform's command key. */
export function matches(shortcut: string, event: Keys): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1);
  const has = (...names: string[]) => parts.slice(0, -1).some((part) => names.includes(part));
  return (
    normal_key(event.key) === key &&
    (event.ctrlKey || event.metaKey) === has('ctrl', 'cmd', 'mod', 'meta') &&
    event.altKey === has('alt', 'option') &&
    event.shiftKey === has('shift')
  );
}

function normal_key(key: string): string {
  return key === ' ' ? 'space' : key.toLowerCase();
}

function is_plain(shortcut: string): boolean {
  return !/ctrl|cmd|mod|meta|alt|option/.test(shortcut);
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
