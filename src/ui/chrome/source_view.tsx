/** A script to read: its first lines, all of them on demand, with a button that copies it. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { CodeBlock } from '../parts/code_block.tsx';
import { Control } from './control.tsx';
import './source_view.css';

export interface SourceViewProps {
  readonly source: string;
  /** Of the app that it is the source of. */
  readonly title: string;
}

/** Lines that are shown at first. */
const FEW = 12;

export function SourceView({ source, title }: SourceViewProps): JSX.Element {
  const [all, set_all] = useState(false);
  const id = useId();
  const text = source.replace(/^\n+/, '').trimEnd();
  const lines = text.split('\n').length;
  const long = lines > FEW + 2;
  return (
    <section class="stSource" data-testid="stSource" aria-label={`Source of ${title}`}>
      <div id={id} class="stSourceCode" data-clipped={long && !all}>
        <CodeBlock code={text} language="python" />
      </div>
      {long && (
        <Control aria-expanded={all} aria-controls={id} onClick={() => set_all(!all)}>
          {all ? 'Show less' : `Show all ${lines} lines`}
        </Control>
      )}
    </section>
  );
}
