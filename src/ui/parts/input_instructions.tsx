/** What a field says below itself while it is typed in: how to commit, how many characters there may be. */
import type { JSX } from 'preact';
import type { Draft } from './draft.ts';
import './input_instructions.css';
import { is_mac } from './shortcut.ts';

export interface InputInstructionsProps {
  /** The field's description, for `aria-describedby`. */
  readonly id: string;
  readonly draft: Draft;
  /** What commits: Enter, or with the platform's command key. */
  readonly keys?: 'enter' | 'command_enter';
  readonly max_chars?: number | undefined;
}

export function InputInstructions(props: InputInstructionsProps): JSX.Element | null {
  const { id, draft, keys = 'enter', max_chars } = props;
  if (!draft.dirty && draft.fault === undefined) return null;
  const says = draft.fault ?? (draft.hint && `Press ${key_name(keys)} to ${draft.hint}`);
  const count = max_chars === undefined ? undefined : `${[...draft.text].length}/${max_chars}`;
  return (
    <div
      id={id}
      class="InputInstructions"
      data-testid="InputInstructions"
      data-fault={draft.fault !== undefined}
      aria-live="polite"
    >
      {[says, count].filter((part) => part !== undefined).join(' • ')}
    </div>
  );
}

function key_name(keys: 'enter' | 'command_enter'): string {
  if (keys === 'enter') return 'Enter';
  return is_mac() ? '⌘+Enter' : 'Ctrl+Enter';
}
