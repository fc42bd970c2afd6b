/** Copies a text, and says for two seconds that it did. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DrawnIcon } from './icon.tsx';
import './copy_button.css';

export interface CopyButtonProps {
  readonly text: string;
  /** What the button is called, for its tests and its readers. */
  readonly testid: string;
  readonly label: string;
}

const SAID_MS = 2_000;

export function CopyButton({ text, testid, label }: CopyButtonProps): JSX.Element {
  const [copied, set_copied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => set_copied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    copy_text(text).then(set_copied);
  };
  return (
    <button
      type="button"
      class={`stCopyButton ${testid}`}
      data-testid={testid}
      aria-label={copied ? 'Copied' : label}
      title={label}
      onClick={copy}
    >
      <DrawnIcon name={copied ? 'check' : 'content_copy'} />
      <span role="status" class="st-visually-hidden">
        {copied ? 'Copied' : ''}
      </span>
    </button>
  );
}

/** Whether it was copied. Pages that are not secure have no clipboard to write to; the old command still works there. */
export async function copy_text(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copy_by_selection(text);
  }
}

function copy_by_selection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'st-visually-hidden';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}
