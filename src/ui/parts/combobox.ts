/** A field that offers options: what is open, found and pointed at, and what the keys do. What it looks like is elsewhere. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Choice, FilterMode } from './combobox_filter.ts';
import type { Pointed } from './combobox_keys.ts';
import type { Typed } from './combobox_letters.ts';
import { lazy, useLazy } from './lazy.ts';

/** The list, what places it, what finds an option and what keys do come with the first touch of a field. */
const part = lazy(() => import('./combobox_list.tsx'));

type Part = NonNullable<ReturnType<typeof part.now>>;

/** Fetches what an open combobox needs. */
export async function preload_combobox(): Promise<void> {
  await part.load();
}

export interface ComboboxProps {
  readonly options: readonly string[];
  readonly filter_mode: FilterMode;
  readonly accept_new: boolean;
  readonly disabled: boolean;
  /** What is chosen: the list opens with it pointed at. */
  readonly value: string | null;
  readonly onChoose: (choice: Choice) => void;
  /** Escape while the list is closed. */
  readonly onClear?: (() => void) | undefined;
}

export interface Combobox {
  readonly open: boolean;
  /** Shows the choices; undefined while closed, and until it has arrived. */
  readonly List: typeof import('./combobox_list.tsx').ComboboxList | undefined;
  /** What is typed to find an option; undefined while nothing is. */
  readonly query: string | undefined;
  readonly choices: readonly Choice[];
  /** The place of the choice that Enter takes, -1 for none. */
  readonly active: number;
  /** Nothing can be typed: letters point at options. */
  readonly fixed: boolean;
  readonly show: (typed?: string) => void;
  readonly hide: () => void;
  readonly point: (index: number) => void;
  readonly choose: (choice: Choice) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const none: readonly Choice[] = [];

/** Keys that are held until the list is there: none of them is meant for the text of the field. */
const held_keys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter']);

export function useCombobox(props: ComboboxProps): Combobox {
  const { options, filter_mode, accept_new, disabled, value, onChoose, onClear } = props;
  const chosen = value === null ? -1 : options.indexOf(value);
  const [open, set_open] = useState(false);
  const [query, set_query] = useState<string>();
  const [pointed, point] = useState(-1);
  const [held, hold] = useState<readonly KeyboardEvent[]>([]);
  const letters = useRef<Typed>(undefined);
  const parts = useLazy(open || held.length > 0 ? part : undefined);
  const fixed = filter_mode === null && !accept_new;
  // Who typed what was there already looks at all options, as before.
  const sought = query === undefined || query === value ? '' : query;
  const choices = useMemo(
    () => parts?.filtered(options, sought, filter_mode, accept_new) ?? none,
    [parts, options, sought, filter_mode, accept_new],
  );
  const active = Math.min(pointed, choices.length - 1);

  const show = (typed?: string) => {
    if (disabled) return;
    set_query(typed);
    point(typed === undefined || typed === value ? chosen : 0);
    set_open(true);
  };
  const hide = () => {
    set_open(false);
    set_query(undefined);
    hold([]);
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onChoose(choice);
    hide();
  };
  const point_by_letter = (found: Pointed | undefined) => {
    if (!found) return;
    letters.current = found.typed;
    if (!open) show();
    if (found.point !== undefined) point(found.point);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const by = part.now();
    // A list that opens is drawn a moment later, and the part may be on its way: no key is lost on that account.
    if (by && (parts || !open) && held.length === 0) return press(by, event);
    if (!held_keys.has(event.key)) return;
    event.preventDefault();
    hold((before) => [...before, event]);
  };
  const press = (by: Part, event: KeyboardEvent) => {
    if (event.key === 'Tab') hide();
    const can_clear = onClear !== undefined;
    const length = open ? choices.length : options.length;
    const state = { open, fixed, can_clear, active, chosen, choices: length };
    const move = by.move_of_key(event.key, state);
    if (move === undefined)
      return point_by_letter(by.point_by_letter(event, options, state, letters.current));
    event.preventDefault();
    // What closes the list does not close what is around it.
    if (move === 'close') event.stopPropagation();
    if (move === 'open') show();
    else if (move === 'close') hide();
    else if (move === 'choose') choose(choices[active]);
    else if (move === 'clear') onClear?.();
    else {
      if (!open) show();
      point(move.point);
    }
  };
  // One at a time: each is for what the one before left.
  useLayoutEffect(() => {
    const [first, ...rest] = held;
    if (!parts || !first) return;
    hold(rest);
    press(parts, first);
  }, [parts, held]);
  return {
    open,
    List: parts?.ComboboxList,
    query,
    choices,
    active,
    fixed,
    show,
    hide,
    point,
    choose,
    onKeyDown,
  };
}
