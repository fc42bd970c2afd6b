/** A button that works when its sentence was typed. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field, Submit } from './parts.tsx';

export interface TypedConfirmationProps {
  readonly sentence: string;
  readonly action: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

export function TypedConfirmation({
  sentence,
  action,
  busy,
  onConfirm,
}: TypedConfirmationProps): JSX.Element {
  const [typed, set_typed] = useState('');
  const [refused, set_refused] = useState(false);
  const matches = (text: string) => text.trim().toLowerCase() === sentence;
  return (
    <form
      class="stPanelStack"
      onSubmit={(event) => {
        event.preventDefault();
        set_refused(!matches(typed));
        if (!matches(typed)) return;
        set_typed('');
        onConfirm();
      }}
    >
      <Field
        label={`Type “${sentence}”`}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        required
        value={typed}
        aria-invalid={refused}
        onInput={(event) => {
          set_typed(event.currentTarget.value);
          set_refused(false);
        }}
        note={refused ? `Type exactly: ${sentence}` : undefined}
      />
      <Submit kind="bordered" busy={busy}>
        {action}
      </Submit>
    </form>
  );
}
