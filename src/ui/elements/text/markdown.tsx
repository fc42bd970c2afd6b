import { Markdown } from '../../parts/markdown.tsx';
import { TooltipIcon } from '../../parts/tooltip.tsx';
import type { Component } from '../component.ts';
import './markdown.css';

export const markdown: Component<'markdown'> = ({ element }) => {
  const { body, allow_html, anchors, variant, help, text_alignment = 'left', wrap = true } = element;
  // A line that is cut has no blocks.
  const content = <Markdown body={body} inline={!wrap} links allow_html={allow_html} anchors={anchors} />;
  return (
    <div
      class="stMarkdown"
      data-testid="stMarkdown"
      data-variant={variant}
      data-wrap={wrap}
      data-alignment={text_alignment}
    >
      {variant === 'caption' ? (
        <div class="stCaptionContainer" data-testid="stCaptionContainer">
          {content}
        </div>
      ) : (
        content
      )}
      {help !== undefined && <TooltipIcon help={help} />}
    </div>
  );
};
