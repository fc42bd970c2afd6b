/** A question mark that tells more: on hover, on focus, and on tap. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { DrawnIcon } from './icon.tsx';
import { useTooltip } from './tooltip_gestures.ts';
import './tooltip.css';

export function TooltipIcon({ help }: { help: string }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  const gestures = useTooltip(help, button, 'tap');
  return (
    <span class="stTooltipIcon" data-testid="stTooltipIcon">
      <span class="stTooltipHoverTarget" data-testid="stTooltipHoverTarget" {...gestures}>
        <button ref={button} type="button" aria-label="Help">
          <DrawnIcon name="help" />
        </button>
      </span>
    </span>
  );
}

/** `content` as it is, or, with help, in a box whose hover and focus show it. */
export function with_tooltip(help: string | undefined, content: JSX.Element): JSX.Element {
  if (help === undefined) return content;
  return <HoverTarget help={help}>{content}</HoverTarget>;
}

function HoverTarget({ help, children }: { help: string; children: ComponentChildren }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const gestures = useTooltip(help, box, 'hold');
  return (
    <div ref={box} class="stTooltipHoverTarget" data-testid="stTooltipHoverTarget" {...gestures}>
      {children}
    </div>
  );
}
