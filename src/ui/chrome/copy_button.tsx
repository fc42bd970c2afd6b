/** Copies a text and says so. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { copy_text } from '../parts/copy_button.tsx';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';

export interface CopyButtonProps {
  readonly text: () => string;
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps): JSX.Element {
  const [copied, set_copied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return undefined;
    const timer = setTimeout(set_copied, 2_000, undefined);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => set_copied(await copy_text(text()));
  const said = copied === undefined ? '' : copied ? 'Copied' : 'Copying is not allowed here';
  return (
    <>
      <Control onClick={copy} aria-label={label} title={label}>
        <Glyph name={copied === true ? 'check' : 'copy'} />
      </Control>
      <span class="st-visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
