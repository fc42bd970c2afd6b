import { gap_style } from '../../parts/gap.ts';
import { box_style, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';

export const container: Component<'container'> = ({ element, children }) => {
  const { horizontal = false, border = false, wrap = true } = element;
  const { horizontal_alignment = 'left', vertical_alignment = 'top', width, height, key } = element;
  const name = horizontal ? 'stHorizontalBlock' : 'stVerticalBlock';
  return (
    <div
      class="stLayoutWrapper"
      data-testid="stLayoutWrapper"
      data-border={border}
      data-scroll={typeof height === 'number'}
      style={box_style(width, height)}
    >
      <div
        class={`${name}${key_class(key)}`}
        data-testid={name}
        data-wrap={wrap}
        data-horizontal-alignment={horizontal_alignment}
        data-vertical-alignment={vertical_alignment}
        style={gap_style(element.gap)}
      >
        {children}
      </div>
    </div>
  );
};
