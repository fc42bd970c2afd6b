/** What keys do in a combobox. Pure. */
import { find_by_letters, type Typed, with_letter } from './combobox_letters.ts';

export interface ComboboxState {
  readonly open: boolean;
  /** Nothing can be typed. */
  readonly fixed: boolean;
  readonly can_clear: boolean;
  readonly active: number;
  readonly chosen: number;
  readonly choices: number;
}

/** `point`: opens what is closed. */
export type ComboboxMove = 'open' | 'close' | 'choose' | 'clear' | { readonly point: number };

/** Options that a page of the list is taken for. */
const PAGE = 7;

/** Undefined for a key that is the field's own. */
export function move_of_key(key: string, state: ComboboxState): ComboboxMove | undefined {
  const { open, fixed, choices } = state;
  const from = open ? state.active : state.chosen;
  const to = (place: number): ComboboxMove => ({ point: Math.min(Math.max(place, 0), choices - 1) });
  // From nothing the list is entered at its near end.
  const step = (by: number) => to(from < 0 && by < 0 ? choices - 1 : from + by);
  switch (key) {
    case 'ArrowDown':
      return step(1);
    case 'ArrowUp':
      return step(-1);
    case 'PageDown':
      return step(PAGE);
    case 'PageUp':
      return step(-PAGE);
    case 'Enter':
      return open ? 'choose' : 'open';
    case 'Escape':
      return open ? 'close' : state.can_clear ? 'clear' : undefined;
    case 'Home':
      return open || fixed ? to(0) : undefined;
    case 'End':
      return open || fixed ? to(choices - 1) : undefined;
    case ' ':
      return fixed ? (open ? 'choose' : 'open') : undefined;
    default:
      return undefined;
  }
}

export interface Pointed {
  readonly typed: Typed;
  readonly point: number | undefined;
}

/** What a letter points at where nothing can be typed, and what is typed so far. */
export function point_by_letter(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  options: readonly string[],
  { fixed, open, active, chosen }: ComboboxState,
  before: Typed | undefined,
): Pointed | undefined {
  if (!fixed || key.length !== 1 || ctrlKey || metaKey || altKey) return undefined;
  const typed = with_letter(before, key, Date.now());
  return { typed, point: find_by_letters(options, typed.text, open ? active : chosen) };
}
