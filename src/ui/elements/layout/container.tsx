import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { gap_style } from '../../parts/gap.ts';
import { lazy, useLazy } from '../../parts/lazy.ts';
import { box_props, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';

const scrolling = lazy(() => import('./container_scroll.ts'));

/** Border, scrolling and the author's key are on the same box, so that a style for the key finds the whole of it. */
export const container: Component<'container'> = ({ element, children }) => {
  const { horizontal = false, border = false, wrap = true, autoscroll } = element;
  const { horizontal_alignment = 'left', vertical_alignment = 'top', width, height, key } = element;
  const name = horizontal ? 'stHorizontalBlock' : 'stVerticalBlock';
  const scrolls = typeof height === 'number';
  const box = useRef<HTMLDivElement>(null);
  const scroll = useLazy(scrolls || (horizontal && !wrap) ? scrolling : undefined);
  const follow = scrolls ? autoscroll : false;
  useEffect(() => {
    if (scroll && box.current) return scroll.watch_scroll_box(box.current, follow);
    return undefined;
  }, [scroll, follow]);
  const block = (
    <div
      ref={box}
      class={`${name}${key_class(key)}`}
      data-testid={name}
      data-border={border}
      data-scroll={scrolls}
      data-wrap={horizontal ? wrap : undefined}
      data-horizontal-alignment={horizontal_alignment}
      data-vertical-alignment={vertical_alignment}
      style={gap_style(element.gap)}
    >
      {children}
    </div>
  );
  return (
    <div class="stLayoutWrapper" data-testid="stLayoutWrapper" {...box_props(width, height)}>
      {border && !horizontal ? <BorderWrapper>{block}</BorderWrapper> : block}
    </div>
  );
};

/** A box that only older front ends had around a border: the styles of many apps still look for its name. */
function BorderWrapper({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="stVerticalBlockBorderWrapper" data-testid="stVerticalBlockBorderWrapper">
      {children}
    </div>
  );
}
