import { expect, test } from 'vitest';
import { type SidebarInput, sidebar_view, width_after_key, width_from_text } from './sidebar_state.ts';

const input: SidebarInput = { initial: undefined, narrow: false, toggled: undefined, kept_width: undefined };

test.each<[Partial<SidebarInput>, boolean]>([
  [{}, true],
  [{ narrow: true }, false],
  [{ initial: 'auto', narrow: true }, false],
  [{ initial: 'expanded', narrow: true }, true],
  [{ initial: 'collapsed' }, false],
  [{ initial: 420 }, true],
  [{ initial: 420, narrow: true }, false],
  [{ initial: 'locked' }, true],
  [{ initial: 'locked', narrow: true }, false],
  [{ toggled: false }, false],
  [{ initial: 'collapsed', toggled: true }, true],
  [{ initial: 'locked', toggled: false }, true],
  [{ initial: 'locked', narrow: true, toggled: true }, true],
])('%j is expanded: %s', (given, expanded) => {
  expect(sidebar_view({ ...input, ...given }).expanded).toBe(expanded);
});

test('only a wide page locks it', () => {
  expect(sidebar_view({ ...input, initial: 'locked' }).locked).toBe(true);
  expect(sidebar_view({ ...input, initial: 'locked', narrow: true }).locked).toBe(false);
});

test.each<[Partial<SidebarInput>, number]>([
  [{}, 300],
  [{ initial: 420 }, 420],
  [{ initial: 42 }, 200],
  [{ initial: 4_200 }, 600],
  [{ initial: 420, kept_width: 250 }, 250],
])('%j is %d wide', (given, width) => {
  expect(sidebar_view({ ...input, ...given }).width).toBe(width);
});

test.each([
  ['ArrowLeft', 280],
  ['ArrowRight', 320],
  ['Home', 200],
  ['End', 600],
  ['Enter', 300],
  ['a', undefined],
])('%s makes it %s wide', (key, width) => {
  expect(width_after_key(300, key)).toBe(width);
});

test.each([
  ['340', 340],
  ['9999', 600],
  ['-3', undefined],
  ['wide', undefined],
  ['', undefined],
  [undefined, undefined],
])('the kept width %j is %s', (text, width) => {
  expect(width_from_text(text)).toBe(width);
});
