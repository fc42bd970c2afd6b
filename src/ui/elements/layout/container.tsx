import { useRef } from 'preact/hooks';
import { gap_style } from '../../parts/gap.ts';
import { box_props, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';
import { useScrollBox } from './container_scroll.ts';

/** Border, scrolling and the author's key are on the same box, so that a style for the key finds the whole of it. */
export const container: Component<'container'> = ({ element, children }) => {
  const { horizontal = false, border = false, wrap = true, autoscroll } = element;
  const { horizontal_alignment = 'left', vertical_alignment = 'top', width, height, key } = element;
  const name = horizontal ? 'stHorizontalBlock' : 'stVerticalBlock';
  const scrolls = typeof height === 'number';
  const box = useRef<HTMLDivElement>(null);
  useScrollBox(box, scrolls || (horizontal && !wrap), scrolls ? autoscroll : false);
  return (
    <div class="stLayoutWrapper" data-testid="stLayoutWrapper" {...box_props(width, height)}>
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
    </div>
  );
};
