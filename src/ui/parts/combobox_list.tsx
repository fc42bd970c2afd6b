/** The list under a field: in the top layer, and of ten thousand options only those in sight are in the page. */
import { autoUpdate, computePosition, flip, offset, size } from '@floating-ui/dom';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './combobox_list.css';
import type { Choice } from './combobox_filter.ts';

export { filtered } from './combobox_filter.ts';
export { move_of_key, point_by_letter } from './combobox_keys.ts';

/** Pixels of one option. */
const ROW = 40;
/** Options drawn beyond the edges, so that scrolling shows no gap. */
const SPARE = 6;
const MOST_HEIGHT = 300;

export interface ComboboxListProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly is_chosen: (text: string) => boolean;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (choice: Choice) => void;
}

export function ComboboxList(props: ComboboxListProps): JSX.Element {
  const { id, label, anchor, choices, active, is_chosen, onPoint, onChoose } = props;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [top, set_top] = useState(0);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.showPopover?.();
    return autoUpdate(anchor, element, () => void place(anchor, element));
  }, [anchor]);

  useLayoutEffect(() => {
    const scroller = list.current;
    if (!scroller || active < 0) return;
    reveal(scroller, active);
    set_top(scroller.scrollTop);
  }, [active, choices]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a press from taking the focus.
    <div
      ref={box}
      popover="manual"
      class="stComboboxDropdown"
      data-testid="stSelectboxVirtualDropdown"
      data-baseweb="popover"
      style={{ maxHeight: `${MOST_HEIGHT}px` }}
      // The field keeps the focus while an option is pressed, or the scroll bar.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul
        ref={list}
        id={id}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: apps' tests look for `li` in the list.
        role="listbox"
        aria-label={label}
        style={{ '--rows': `${Math.max(choices.length, 1) * ROW}px` }}
        onScroll={(event) => set_top(event.currentTarget.scrollTop)}
      >
        {rows_in_sight(top, choices.length, active).map((index) => {
          const { text, added } = choices[index] as Choice;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant).
            // biome-ignore lint/a11y/useFocusableInteractive: as above, the focus stays in the field.
            <li
              key={index}
              id={`${id}-${index}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: apps' tests look for `li` in the list.
              role="option"
              aria-selected={is_chosen(text)}
              aria-posinset={index + 1}
              aria-setsize={choices.length}
              data-active={index === active}
              style={{ top: `${index * ROW}px` }}
              onPointerMove={() => index !== active && onPoint(index)}
              onClick={() => onChoose({ text, added })}
            >
              <span>{added ? `Add: ${text}` : text}</span>
            </li>
          );
        })}
        {choices.length === 0 && (
          // biome-ignore lint/a11y/useFocusableInteractive: it cannot be chosen.
          <li
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above.
            role="option"
            aria-selected={false}
            aria-disabled={true}
          >
            <span>No results</span>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The rows to draw. The one that is pointed at is among them wherever it is: the field names it. */
function rows_in_sight(top: number, length: number, active: number): readonly number[] {
  const first = Math.max(Math.floor(top / ROW) - SPARE, 0);
  const last = Math.min(first + Math.ceil(MOST_HEIGHT / ROW) + 2 * SPARE, length);
  const rows = Array.from({ length: Math.max(last - first, 0) }, (_, index) => first + index);
  if (active >= 0 && active < first) rows.unshift(active);
  if (active >= last && active < length) rows.push(active);
  return rows;
}

/** Scrolls as little as brings a row into sight. */
function reveal(list: HTMLElement, index: number): void {
  const at = index * ROW;
  const below = at + ROW - list.clientHeight;
  if (at < list.scrollTop) list.scrollTop = at;
  else if (below > list.scrollTop) list.scrollTop = below;
}

async function place(anchor: HTMLElement, element: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(anchor, element, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(4),
      flip({ padding: 8 }),
      size({
        padding: 8,
        apply({ rects, availableHeight }) {
          element.style.width = `${rects.reference.width}px`;
          element.style.maxHeight = `${Math.max(Math.min(MOST_HEIGHT, availableHeight), 2 * ROW)}px`;
        },
      }),
    ],
  });
  Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
}
