// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { is_typing, matches } from './shortcut.ts';
import { shortcut_aria, shortcut_text } from './shortcut_names.ts';

const none = { altKey: false, code: '', ctrlKey: false, metaKey: false, shiftKey: false };

it.each([
  ['ctrl+k', { key: 'k', ctrlKey: true }, true],
  ['ctrl+k', { key: 'k', metaKey: true }, true],
  ['cmd+k', { key: 'K', ctrlKey: true }, true],
  ['ctrl+k', { key: 'k' }, false],
  ['ctrl+k', { key: 'k', ctrlKey: true, shiftKey: true }, false],
  ['ctrl+shift+k', { key: 'K', ctrlKey: true, shiftKey: true }, true],
  ['s', { key: 's' }, true],
  ['s', { key: 'S', shiftKey: true }, false],
  ['shift+1', { key: '!', code: 'Digit1', shiftKey: true }, true],
  ['alt+l', { key: '¬', code: 'KeyL', altKey: true }, true],
  ['?', { key: '?', code: 'Slash', shiftKey: true }, true],
  ['left', { key: 'ArrowLeft' }, true],
  ['alt+up', { key: 'ArrowUp', altKey: true }, true],
  ['pagedown', { key: 'PageDown' }, true],
  ['space', { key: ' ' }, true],
  ['f2', { key: 'F2' }, true],
  ['escape', { key: 'Escape' }, true],
  ['z', { key: 'y', code: 'KeyZ' }, false],
] as const)('%s and %o: %s', (shortcut, event, same) => {
  expect(matches(shortcut, { ...none, ...event })).toBe(same);
});

it.each([
  ['ctrl+k', 'Ctrl + K', '⌘ K', 'Control+K'],
  ['ctrl+alt+shift+enter', 'Ctrl + Alt + Shift + ↵', '⌘ ⌥ ⇧ ↵', 'Control+Alt+Shift+Enter'],
  ['s', 'S', 'S', 'S'],
  ['left', '←', '←', 'ArrowLeft'],
  ['f12', 'F12', 'F12', 'F12'],
] as const)('%s reads %s, on a Mac %s, and is announced as %s', (shortcut, text, mac, aria) => {
  expect(shortcut_text(shortcut, false)).toBe(text);
  expect(shortcut_text(shortcut, true)).toBe(mac);
  expect(shortcut_aria(shortcut, false)).toBe(aria);
});

it('knows what is typed into', () => {
  const input = (type: string) => Object.assign(document.createElement('input'), { type });
  expect(is_typing(input('text'))).toBe(true);
  expect(is_typing(input('checkbox'))).toBe(false);
  expect(is_typing(document.createElement('textarea'))).toBe(true);
  expect(is_typing(document.body)).toBe(false);
  expect(is_typing(null)).toBe(false);
});
