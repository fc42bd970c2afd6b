/** A heading with an id, a link to itself that shows on hover and focus, and its help. */
import type { ComponentChildren, JSX } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AnchorsContext } from './anchors.ts';
import { DrawnIcon } from './icon.tsx';
import { TooltipIcon } from './tooltip.tsx';
import './heading.css';

export interface HeadingProps {
  readonly level: number;
  /** Undefined: no id, no link. */
  readonly anchor: string | undefined;
  readonly help?: string | undefined;
  readonly wrap?: boolean | undefined;
  readonly children: ComponentChildren;
}

export function Heading({ level, anchor, help, wrap = true, children }: HeadingProps): JSX.Element {
  const Tag = `h${level}` as 'h1';
  const element = useRef<HTMLHeadingElement>(null);
  const id = useUniqueId(element, useContext(AnchorsContext) ? anchor : undefined);
  return (
    <div class="stHeadingWithActionElements" data-testid="stHeadingWithActionElements" data-wrap={wrap}>
      <Tag ref={element} id={id} tabIndex={id === undefined ? undefined : -1}>
        {children}
      </Tag>
      {(id !== undefined || help !== undefined) && (
        <span class="stHeaderActionElements" data-testid="stHeaderActionElements">
          {help !== undefined && <TooltipIcon help={help} />}
          {id !== undefined && (
            <a href={`#${encodeURIComponent(id)}`} aria-label="Link to heading">
              <DrawnIcon name="link" />
            </a>
          )}
        </span>
      )}
    </div>
  );
}

/** `wanted`, or with `-1`, `-2`, … where an earlier heading of the page has it. Scrolls to what the address names. */
function useUniqueId(
  element: { current: HTMLElement | null },
  wanted: string | undefined,
): string | undefined {
  const [id, set_id] = useState(wanted);
  useLayoutEffect(() => {
    if (wanted === undefined) {
      set_id(undefined);
      return;
    }
    const free = free_id(wanted, element.current);
    set_id(free);
    if (is_addressed(free)) element.current?.scrollIntoView();
  }, [wanted]);
  return id;
}

function free_id(wanted: string, own: HTMLElement | null): string {
  const is_free = (id: string) => {
    const holder = document.getElementById(id);
    return holder === null || holder === own;
  };
  if (is_free(wanted)) return wanted;
  let count = 1;
  while (!is_free(`${wanted}-${count}`)) count++;
  return `${wanted}-${count}`;
}

function is_addressed(id: string): boolean {
  try {
    return decodeURIComponent(window.location.hash.slice(1)) === id;
  } catch {
    return false;
  }
}
