import { gap_style } from '../../parts/gap.ts';
import { box_style, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';

export const columns: Component<'columns'> = ({ element, children }) => {
  const { wrap = true, width, key } = element;
  return (
    <div class="stLayoutWrapper" data-testid="stLayoutWrapper" style={box_style(width, undefined)}>
      <div
        class={`stHorizontalBlock stColumns${key_class(key)}`}
        data-testid="stHorizontalBlock"
        data-wrap={wrap}
        style={gap_style(element.gap)}
      >
        {children}
      </div>
    </div>
  );
};
