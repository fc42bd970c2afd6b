/** What a key combination is called. */
import { is_mac, parts_of } from './shortcut.ts';

const shown: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  pageup: 'Page Up',
  pagedown: 'Page Down',
};

/** For the eye: `Ctrl + K`, or `⌘ K` where keyboards have that key. */
export function shortcut_text(shortcut: string, mac = is_mac()): string {
  const { key, has } = parts_of(shortcut);
  const command = has('ctrl', 'cmd', 'mod', 'meta') && (mac ? '⌘' : 'Ctrl');
  const alt = has('alt', 'option') && (mac ? '⌥' : 'Alt');
  const shift = has('shift') && (mac ? '⇧' : 'Shift');
  const name = shown[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
  return [command, alt, shift, name].filter(Boolean).join(mac ? ' ' : ' + ');
}

/** For `aria-keyshortcuts`: `Control+Shift+K`. */
export function shortcut_aria(shortcut: string, mac = is_mac()): string {
  const { key, has } = parts_of(shortcut);
  const command = has('ctrl', 'cmd', 'mod', 'meta') && (mac ? 'Meta' : 'Control');
  const alt = has('alt', 'option') && 'Alt';
  const shift = has('shift') && 'Shift';
  const arrow = /^(?:left|right|up|down)$/.test(key) ? 'Arrow' : '';
  const name = arrow + key.charAt(0).toUpperCase() + key.slice(1);
  return [command, alt, shift, name].filter(Boolean).join('+');
}
