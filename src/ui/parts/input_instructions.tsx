/** What a field says below itself while it is typed in: how to commit, how many characters there may be. */
import type { JSX } from 'preact';
import './input_instructions.css';
import { is_mac } from './shortcut.ts';

export interface InputInstructionsProps {
  readonly dirty: boolean;
  readonly in_form: boolean;
  /** What commits: Enter, or with the platform's command key. */
  readonly keys?: 'enter' | 'command_enter';
  readonly length: number;
  readonly most: number | undefined;
  readonly fault?: string | undefined;
}

export function InputInstructions(props: InputInstructionsProps): JSX.Element | null {
  const { dirty, in_form, keys = 'enter', length, most, fault } = props;
  const parts: string[] = [];
  if (fault !== undefined) parts.push(fault);
  else if (dirty)
    parts.push(in_form ? `Press ${key_name(keys)} to submit form` : `Press ${key_name(keys)} to apply`);
  if (most !== undefined && (dirty || fault !== undefined)) parts.push(`${length}/${most}`);
  if (parts.length === 0) return null;
  return (
    <div
      class="InputInstructions"
      data-testid="InputInstructions"
      data-fault={fault !== undefined}
      aria-live="polite"
    >
      {parts.join(' • ')}
    </div>
  );
}

function key_name(keys: 'enter' | 'command_enter'): string {
  if (keys === 'enter') return 'Enter';
  return is_mac() ? '⌘+Enter' : 'Ctrl+Enter';
}
