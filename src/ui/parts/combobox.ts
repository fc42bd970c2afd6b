/** A field that offers options: what is open, found and pointed at, and what the keys do. What it looks like is elsewhere. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { type Choice, type FilterMode, filtered } from './combobox_filter.ts';

export interface ComboboxProps {
  readonly options: readonly string[];
  readonly filter_mode: FilterMode;
  readonly accept_new: boolean;
  readonly disabled: boolean;
  /** The option that is pointed at when the list opens; -1 for the first. */
  readonly chosen: number;
  readonly onChoose: (choice: Choice) => void;
  /** Backspace and Delete in a field that is not being searched. */
  readonly onClear?: (() => void) | undefined;
}

export interface Combobox {
  readonly open: boolean;
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
/** Options that a page of the list is taken for. */
const PAGE = 7;

export function useCombobox(props: ComboboxProps): Combobox {
  const { options, filter_mode, accept_new, disabled, chosen, onChoose, onClear } = props;
  const [open, set_open] = useState(false);
  const [query, set_query] = useState<string>();
  const [pointed, point] = useState(-1);
  const find_by_letters = useLetters(options);
  const fixed = filter_mode === null && !accept_new;
  const choices = useMemo(
    () => (open ? filtered(options, query ?? '', filter_mode, accept_new) : none),
    [open, options, query, filter_mode, accept_new],
  );
  const active = Math.min(pointed, choices.length - 1);

  const show = (typed?: string) => {
    if (disabled) return;
    set_query(typed);
    point(typed === undefined ? Math.max(chosen, 0) : 0);
    set_open(true);
  };
  const hide = () => {
    set_open(false);
    set_query(undefined);
  };
  const choose = (choice: Choice) => {
    onChoose(choice);
    hide();
  };
  const step = (by: number) => {
    if (open) point(Math.min(Math.max(active + by, 0), choices.length - 1));
    else show();
  };
  const enter = () => {
    const choice = choices[active];
    if (!open) show();
    else if (choice) choose(choice);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(PAGE),
    PageUp: () => step(-PAGE),
    Enter: enter,
    ...(open && { Escape: hide }),
    ...(fixed && { Home: () => step(-choices.length), End: () => step(choices.length), ' ': enter }),
    ...(onClear && query === undefined && { Backspace: onClear, Delete: onClear }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Tab') hide();
    const act = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (act) {
      event.preventDefault();
      // What closes the list does not close what is around it.
      if (event.key === 'Escape') event.stopPropagation();
      act();
    } else if (fixed && is_letter(event)) {
      if (!open) show();
      const found = find_by_letters(event.key, open ? active : chosen);
      if (found >= 0) point(found);
    }
  };
  return { open, query, choices, active, fixed, show, hide, point, choose, onKeyDown };
}

function is_letter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** Letters typed within this many milliseconds are one word. */
const WORD = 700;

/** Finds the option that letters typed one after the other begin, from a place on and then from the start. */
function useLetters(options: readonly string[]): (letter: string, from: number) => number {
  const word = useRef({ text: '', at: 0 });
  return (letter, from) => {
    const now = Date.now();
    const text = now - word.current.at > WORD ? letter : word.current.text + letter;
    word.current = { text, at: now };
    // The same letter again is the next option that begins with it.
    const same = [...text].every((other) => other === letter);
    const wanted = (same ? letter : text).toLowerCase();
    const start = same ? from + 1 : Math.max(from, 0);
    for (let step = 0; step < options.length; step++) {
      const index = (start + step) % options.length;
      if (options[index]?.toLowerCase().startsWith(wanted)) return index;
    }
    return -1;
  };
}
