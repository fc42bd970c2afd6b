import { gap_style } from '../../parts/gap.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';

/** `column` has the default space between its own elements: `gap` is what stands between the columns. */
export const column: Component<'column'> = ({ element, children }) => {
  const { weight, vertical_alignment = 'top', border = false } = element;
  return (
    <div
      class="stColumn"
      data-testid="stColumn"
      data-border={border}
      data-vertical-alignment={vertical_alignment}
      style={{ '--share': weight }}
    >
      <div class="stVerticalBlock" data-testid="stVerticalBlock" style={gap_style()}>
        {children}
      </div>
    </div>
  );
};
