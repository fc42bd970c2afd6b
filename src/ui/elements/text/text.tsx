import { TooltipIcon } from '../../parts/tooltip.tsx';
import type { Component } from '../component.ts';
import './text.css';

export const text: Component<'text'> = ({ element }) => {
  const { body, help, text_alignment = 'left', wrap = true } = element;
  return (
    <div class="stText" data-testid="stText" data-wrap={wrap} style={{ textAlign: text_alignment }}>
      <div>{body}</div>
      {help !== undefined && <TooltipIcon help={help} />}
    </div>
  );
};
