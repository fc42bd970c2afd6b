import { expect, test } from 'vitest';
import { type MenuInput, menu_entries, toolbar_mode_of } from './menu_entries.ts';

const labels = (input: Partial<MenuInput>) =>
  menu_entries({ items: undefined, home: undefined, mode: 'auto', ...input }).map((entry) =>
    'label' in entry ? entry.label : entry.kind,
  );

test('the usual menu', () => {
  expect(labels({})).toEqual(['Rerun', 'Clear caches', 'Console', 'Print', 'line', 'theme', 'line', 'About']);
});

test('with the list of apps and what the author adds', () => {
  const items = { 'Get help': 'https://example.com', 'Report a bug': 'mailto:a@example.com', About: 'text' };
  expect(labels({ home: './', items }).slice(-4)).toEqual(['All apps', 'Get help', 'Report a bug', 'About']);
});

test('None takes an entry away', () => {
  expect(labels({ items: { About: null, 'Get help': null } })).not.toContain('About');
});

test('an address that would run something is no entry', () => {
  expect(labels({ items: { 'Get help': 'javascript:alert(1)' } })).not.toContain('Get help');
});

test('a viewer has no tools of an author', () => {
  expect(labels({ mode: 'viewer' })).not.toContain('Clear caches');
  expect(labels({ mode: 'viewer' })).not.toContain('Console');
});

test('minimal is what the author put there', () => {
  expect(labels({ mode: 'minimal' })).toEqual([]);
  expect(labels({ mode: 'minimal', items: { 'Get help': 'https://a.example', About: 'x' } })).toEqual([
    'Get help',
    'About',
  ]);
});

test.each([
  ['viewer', 'viewer'],
  ['nonsense', 'auto'],
  [undefined, 'auto'],
])('client.toolbarMode = %j is %s', (value, mode) => {
  expect(toolbar_mode_of(value)).toBe(mode);
});
