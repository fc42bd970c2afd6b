/** A new passphrase, typed twice, with how strong it is. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Field } from './parts.tsx';
import { LEAST_CHARACTERS, strength_of } from './strength.ts';

export interface NewPassphraseProps {
  readonly label?: string;
  /** The passphrase when it may be used, else undefined. */
  readonly onChange: (passphrase: string | undefined) => void;
}

export function NewPassphrase({ label = 'Passphrase', onChange }: NewPassphraseProps): JSX.Element {
  const [first, set_first] = useState('');
  const [second, set_second] = useState('');
  const [shown, show] = useState(false);
  const id = useId();
  const change = (one: string, two: string) => {
    set_first(one);
    set_second(two);
    onChange([...one.trim()].length >= LEAST_CHARACTERS && one === two ? one : undefined);
  };
  const differs = second !== '' && first !== second;
  const type = shown ? 'text' : 'password';
  return (
    <>
      <Field
        label={label}
        type={type}
        autocomplete="new-password"
        required
        spellcheck={false}
        value={first}
        onInput={(event) => change(event.currentTarget.value, second)}
        note={<StrengthHint passphrase={first} />}
      />
      <Field
        label="Once more"
        type={type}
        autocomplete="new-password"
        required
        spellcheck={false}
        value={second}
        aria-invalid={differs}
        onInput={(event) => change(first, event.currentTarget.value)}
        note={differs ? 'The two are not the same.' : undefined}
      />
      <div class="stPanelCheck">
        <input id={id} type="checkbox" checked={shown} onChange={() => show(!shown)} />
        <label for={id}>Show what I type</label>
      </div>
    </>
  );
}

function StrengthHint({ passphrase }: { readonly passphrase: string }): JSX.Element {
  const { level, share, advice } = strength_of(passphrase);
  return (
    <div class="stPanelStrength" data-level={level} style={{ '--strength': `${Math.round(share * 100)}%` }}>
      <span aria-hidden="true" />
      <span role="status">{advice}</span>
    </div>
  );
}

export interface PassphraseProps {
  readonly label?: string;
  /** It has the focus when its window opens. */
  readonly first?: boolean;
  readonly value: string;
  readonly onInput: (passphrase: string) => void;
}

/** A passphrase that there is already. */
export function Passphrase({
  label = 'Passphrase',
  first = false,
  value,
  onInput,
}: PassphraseProps): JSX.Element {
  return (
    <Field
      label={label}
      type="password"
      autocomplete="current-password"
      required
      {...(first ? { 'data-first': true } : {})}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
