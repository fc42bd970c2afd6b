/** The list under a field: in the top layer, and of ten thousand options only those in sight are in the page. */
import { autoUpdate, computePosition, flip, offset, size } from '@floating-ui/dom';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from './selectbox_filter.ts';

/** Pixels of one option. */
const ROW = 40;
/** Options drawn beyond the edges, so that scrolling shows no gap. */
const SPARE = 6;
const MOST_HEIGHT = 300;

export interface SelectboxListProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly chosen: string | null;
  readonly onHover: (index: number) => void;
  readonly onChoose: (choice: Choice) => void;
}

export function SelectboxList(props: SelectboxListProps): JSX.Element {
  const { id, label, anchor, choices, active, chosen, onHover, onChoose } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, set_top] = useState(0);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.showPopover?.();
    return autoUpdate(anchor, element, () => void place(anchor, element));
  }, [anchor]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || active < 0) return;
    const at = active * ROW;
    if (at < element.scrollTop) element.scrollTop = at;
    else if (at + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = at + ROW - element.clientHeight;
    set_top(element.scrollTop);
  }, [active, choices]);

  const first = Math.max(Math.floor(top / ROW) - SPARE, 0);
  const last = Math.min(first + Math.ceil(MOST_HEIGHT / ROW) + 2 * SPARE, choices.length);
  return (
    <div
      ref={box}
      popover="manual"
      class="stSelectboxDropdown"
      data-testid="stSelectboxVirtualDropdown"
      data-baseweb="popover"
      onScroll={(event) => set_top(event.currentTarget.scrollTop)}
      // The field keeps the focus while an option is pressed.
      onPointerDown={(event) => event.preventDefault()}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: apps' tests look for `li` in the list. */}
      <ul id={id} role="listbox" aria-label={label} style={{ height: `${choices.length * ROW}px` }}>
        {choices.slice(first, last).map((choice, offset_index) => {
          const index = first + offset_index;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant).
            // biome-ignore lint/a11y/useFocusableInteractive: as above, the focus stays in the field.
            <li
              key={index}
              id={`${id}-${index}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: apps' tests look for `li` in the list.
              role="option"
              aria-selected={choice.text === chosen}
              aria-posinset={index + 1}
              aria-setsize={choices.length}
              data-active={index === active}
              style={{ top: `${index * ROW}px` }}
              onPointerMove={() => index !== active && onHover(index)}
              onClick={() => onChoose(choice)}
            >
              <span>{choice.added ? `Add: ${choice.text}` : choice.text}</span>
            </li>
          );
        })}
      </ul>
      {choices.length === 0 && <p class="stSelectboxNone">No results</p>}
    </div>
  );
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
