/** A question mark that tells more: on hover, on focus, and on tap. */
import type { JSX } from 'preact';

export function TooltipIcon({ help }: { help: string }): JSX.Element {
  return (
    <span class="stTooltipIcon" data-testid="stTooltipIcon" title={help}>
      ?
    </span>
  );
}

/** `content` as it is, or, with help, in a box whose hover and focus show it. */
export function with_tooltip(help: string | undefined, content: JSX.Element): JSX.Element {
  if (help === undefined) return content;
  return (
    <div class="stTooltipHoverTarget" data-testid="stTooltipHoverTarget" title={help}>
      {content}
    </div>
  );
}
