import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DrawnIcon, Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { box_props, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';
import './expander.css';

export const expander: Component<'expander'> = ({ element, value, onChange, children }) => {
  const { label, expanded = false, icon, variant = 'default', width, key, id } = element;
  const [here, set_here] = useState(expanded);
  // What the script says anew counts, not what it has said before.
  useEffect(() => set_here(expanded), [expanded]);
  const open = id === undefined ? here : (value ?? expanded);
  const toggled = (now: boolean) => {
    if (now === open) return;
    if (id === undefined) set_here(now);
    else onChange(now);
  };
  return (
    <div class="stLayoutWrapper" data-testid="stLayoutWrapper" {...box_props(width)}>
      <div class={`stExpander${key_class(key)}`} data-testid="stExpander" data-variant={variant}>
        <details open={open} onToggle={(event) => toggled(event.currentTarget.open)}>
          <summary>
            {variant === 'step' ? (
              <StepMark icon={icon} />
            ) : icon ? (
              <span class="stExpanderIcon" data-testid="stExpanderIcon">
                <Icon icon={icon} />
              </span>
            ) : (
              variant === 'default' && <ToggleIcon />
            )}
            <Markdown body={label} inline links />
            {variant === 'compact' && <ToggleIcon />}
          </summary>
          <div class="stExpanderDetails" data-testid="stExpanderDetails">
            <div class="stVerticalBlock" data-testid="stVerticalBlock">
              {children}
            </div>
          </div>
        </details>
      </div>
    </div>
  );
};

function ToggleIcon(): JSX.Element {
  return (
    <span class="stExpanderToggleIcon" data-testid="stExpanderToggleIcon" aria-hidden="true">
      <DrawnIcon name="keyboard_arrow_down" />
    </span>
  );
}

/** What a step begins with: its icon or a ring; the arrow in its place while the pointer or the focus is there. */
function StepMark({ icon }: { readonly icon: string | undefined }): JSX.Element {
  return (
    <span class="stExpanderStepMark">
      <span class="stExpanderStepIcon" data-testid="stExpanderStepIcon">
        {icon ? <Icon icon={icon} /> : <span class="stExpanderStepRing" />}
      </span>
      <span class="stExpanderStepChevron" data-testid="stExpanderStepChevron" aria-hidden="true">
        <ToggleIcon />
      </span>
    </span>
  );
}
