/** A heading with an id; a link to itself, which shows on hover and focus, and its help stand after its last word. */
import type { ComponentChildren, JSX } from 'preact';
import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AnchorsContext } from './anchors.ts';
import { DrawnIcon } from './icon.tsx';
import { TooltipIcon } from './tooltip.tsx';
import './heading.css';

export interface HeadingProps {
  readonly level: number;
  /** Undefined: no id, no link. */
  readonly anchor: string | undefined;
  /** `false`: an id, but no link. */
  readonly link?: boolean | undefined;
  readonly icon?: ComponentChildren;
  readonly help?: string | undefined;
  /** `false`: one line, cut at its end. */
  readonly wrap?: boolean | undefined;
  /** The line that is cut, whole. */
  readonly title?: string | undefined;
  /** Of the heading's own tag, where an app wrote it as HTML. */
  readonly attributes?: Readonly<Record<string, string | boolean>> | undefined;
  readonly children: ComponentChildren;
}

export function Heading(props: HeadingProps): JSX.Element {
  const { level, anchor, link = true, icon, help, wrap = true, title, attributes, children } = props;
  const Tag = `h${level}` as 'h1';
  const element = useRef<HTMLHeadingElement>(null);
  const id = useUniqueId(element, useContext(AnchorsContext) ? anchor : undefined);
  const has_link = link && id !== undefined;
  // The name is the text alone, without the link and the help that stand in the heading.
  const text_id = useId();
  const has_actions = has_link || help !== undefined;
  const name = has_actions ? text_id : undefined;
  return (
    <div class="stHeadingWithActionElements" data-testid="stHeadingWithActionElements" data-wrap={wrap}>
      <Tag
        {...attributes}
        ref={element}
        id={id}
        tabIndex={id === undefined ? undefined : -1}
        aria-labelledby={name}
      >
        {icon}
        <span class="stHeadingText" id={name} title={title}>
          {children}
        </span>
        {has_actions && (
          <span class="stHeaderActionElements" data-testid="stHeaderActionElements">
            {help !== undefined && <TooltipIcon help={help} />}
            {has_link && (
              <a href={`#${encodeURIComponent(id)}`} aria-label="Link to heading">
                <DrawnIcon name="link" />
              </a>
            )}
          </span>
        )}
      </Tag>
    </div>
  );
}

/** `wanted`, or with `--1`, `--2`, … where an earlier heading of the page has it. Scrolls to what the address names. */
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

/** No text makes an id with two hyphens: a second `Step` does not take the id of `Step 1`. */
function free_id(wanted: string, own: HTMLElement | null): string {
  const is_free = (id: string) => {
    const holder = document.getElementById(id);
    return holder === null || holder === own;
  };
  if (is_free(wanted)) return wanted;
  let count = 1;
  while (!is_free(`${wanted}--${count}`)) count++;
  return `${wanted}--${count}`;
}

function is_addressed(id: string): boolean {
  try {
    return decodeURIComponent(window.location.hash.slice(1)) === id;
  } catch {
    return false;
  }
}
