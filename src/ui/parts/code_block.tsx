/** Code in a box, with its colours once they are there, and a button that copies it. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { CopyButton } from './copy_button.tsx';
import { lazy, useLazy } from './lazy.ts';
import { useScroller } from './scroller.ts';
import './code_block.css';

const highlighter = lazy(() => import('./highlight.tsx'));

export interface CodeBlockProps {
  readonly code: string;
  readonly language?: string | undefined;
  readonly line_numbers?: boolean | undefined;
  readonly wrap_lines?: boolean | undefined;
  /** As high as what is around it, and scrolling. */
  readonly fill?: boolean | undefined;
}

export function CodeBlock(props: CodeBlockProps): JSX.Element {
  const { code, language, line_numbers = false, wrap_lines = false, fill = false } = props;
  const wanted = language !== undefined && language !== '' && language !== 'text';
  const part = useLazy(wanted ? highlighter : undefined);
  const lines = useMemo<readonly ComponentChildren[]>(
    () => part?.highlight(code, language ?? '') ?? code.split('\n'),
    [part, code, language],
  );
  const box = useScroller<HTMLPreElement>(wanted ? `Code, ${language}` : 'Code');
  return (
    <div class="stCode" data-testid="stCode" data-wrap={wrap_lines} data-fill={fill}>
      <pre ref={box} class="stCodePre">
        <code class={wanted ? `language-${language}` : undefined} data-line-numbers={line_numbers}>
          {line_numbers ? numbered(lines) : joined(lines)}
        </code>
      </pre>
      <div class="stCodeToolbar" data-testid="stElementToolbarButton">
        <CopyButton text={code} testid="stBaseButton-elementToolbar" label="Copy to clipboard" />
      </div>
    </div>
  );
}

function joined(lines: readonly ComponentChildren[]): ComponentChildren {
  return lines.map((line, index) => (index === 0 ? line : ['\n', line]));
}

/** The numbers are drawn by the style sheet, so that neither a selection nor a reader's voice has them. */
function numbered(lines: readonly ComponentChildren[]): ComponentChildren {
  const style = { '--digits': `${String(lines.length).length}ch` };
  return (
    <span class="stCodeLines" style={style}>
      {lines.map((line, index) => (
        <span class="stCodeLine">
          {line}
          {index < lines.length - 1 && '\n'}
        </span>
      ))}
    </span>
  );
}
