import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { box_style, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';
import './expander.css';

export const expander: Component<'expander'> = ({ element, children }) => {
  const { label, expanded = false, icon, variant = 'default', width, key } = element;
  const [open, set_open] = useState(expanded);
  // What the script says anew counts, not what it has said before.
  useEffect(() => set_open(expanded), [expanded]);
  return (
    <div
      class={`stExpander${key_class(key)}`}
      data-testid="stExpander"
      data-variant={variant}
      style={box_style(width, undefined)}
    >
      <details open={open} onToggle={(event) => set_open(event.currentTarget.open)}>
        <summary>
          <span class="stExpanderIcon" data-testid="stExpanderIcon" data-open={open} aria-hidden="true">
            <Icon icon=":material/keyboard_arrow_down:" />
          </span>
          {icon !== undefined && <Icon icon={icon} />}
          <Markdown body={label} inline />
        </summary>
        <div class="stExpanderDetails" data-testid="stExpanderDetails">
          <div class="stVerticalBlock" data-testid="stVerticalBlock">
            {children}
          </div>
        </div>
      </details>
    </div>
  );
};
