import { gap_style } from '../../parts/gap.ts';
import { box_props, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';

export const columns: Component<'columns'> = ({ element, children }) => {
  const { wrap = true, width, key } = element;
  const { gap } = gap_style(element.gap);
  return (
    <div class="stLayoutWrapper" data-testid="stLayoutWrapper" {...box_props(width)}>
      <div
        class={`stHorizontalBlock stColumns${key_class(key)}`}
        data-testid="stHorizontalBlock"
        data-wrap={wrap}
        style={{ '--column-gap': gap, gap }}
      >
        {children}
      </div>
    </div>
  );
};
