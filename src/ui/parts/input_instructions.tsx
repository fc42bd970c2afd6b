/** What a field says below itself while it is typed in: how to commit, how many characters there may be. */
import type { JSX } from 'preact';
import type { Draft } from './draft.ts';
import './input_instructions.css';
import { is_mac } from './shortcut.ts';

export interface InputInstructionsProps {
  /** The field's description, for `aria-describedby`. */
  readonly id: string;
  readonly draft: Draft;
  readonly in_form: boolean;
  /** What commits: Enter, or with the platform's command key. */
  readonly keys?: 'enter' | 'command_enter';
  readonly max_chars?: number | undefined;
}

export function InputInstructions(props: InputInstructionsProps): JSX.Element | null {
  const { id, draft, in_form, keys = 'enter', max_chars } = props;
  if (!draft.dirty && draft.fault === undefined) return null;
  const what = in_form ? 'submit form' : 'apply';
  const count = max_chars === undefined ? '' : ` • ${[...draft.text].length}/${max_chars}`;
  return (
    <div
      id={id}
      class="InputInstructions"
      data-testid="InputInstructions"
      data-fault={draft.fault !== undefined}
      aria-live="polite"
    >
      {draft.fault ?? `Press ${key_name(keys)} to ${what}`}
      {count}
    </div>
  );
}

function key_name(keys: 'enter' | 'command_enter'): string {
  if (keys === 'enter') return 'Enter';
  return is_mac() ? '⌘+Enter' : 'Ctrl+Enter';
}
