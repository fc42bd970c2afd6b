/** Markdown as Preact nodes. `inline`: as in a label, without blocks. */
import type { JSX } from 'preact';

export interface MarkdownProps {
  readonly body: string;
  readonly inline?: boolean;
  readonly allow_html?: boolean;
  readonly anchors?: boolean;
}

export function Markdown({ body }: MarkdownProps): JSX.Element {
  return <div data-testid="stMarkdownContainer">{body}</div>;
}
