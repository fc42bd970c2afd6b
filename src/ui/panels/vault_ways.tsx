/** What opens the vault: its passphrase, and passkeys beside it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { useAct } from './outcome.ts';
import { Field, Said, Section, Submit } from './parts.tsx';
import { NewPassphrase, Passphrase } from './passphrase_fields.tsx';
import type { VaultActions, VaultView } from './vault_view.ts';

type Open = Extract<VaultView, { readonly kind: 'open' }>;

export interface ChangePassphraseProps {
  readonly view: Open;
  readonly change: VaultActions['change_passphrase'];
}

export function ChangePassphrase({ view, change }: ChangePassphraseProps): JSX.Element {
  const [now, set_now] = useState('');
  const [next, set_next] = useState<string>();
  // Remade after each change, so that its fields are empty again.
  const [round, set_round] = useState(0);
  const changing = useAct(change);
  const submit = async (by_passkey: boolean) => {
    if (next === undefined) return;
    const proof = by_passkey
      ? ({ kind: 'passkey' } as const)
      : ({ kind: 'passphrase', passphrase: now } as const);
    if (!(await changing.run(proof, next))) return;
    set_now('');
    set_next(undefined);
    set_round(round + 1);
  };
  return (
    <Section title="Change the passphrase">
      <form
        key={round}
        class="stPanelStack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
      >
        <Passphrase label="Passphrase now" value={now} onInput={set_now} />
        <NewPassphrase label="New passphrase" onChange={set_next} />
        <div class="stPanelRow">
          <Submit busy={changing.busy}>{changing.busy ? 'Changing…' : 'Change'}</Submit>
          {view.passkeys.length > 0 && (
            <Control kind="bordered" onClick={() => void submit(true)}>
              Change with a passkey
            </Control>
          )}
        </div>
      </form>
      <Said outcome={changing.outcome} />
      <p class="stPanelNote">
        An older copy of this browser's data still opens with the passphrase of its time. If somebody may have
        both, replace the secrets where they come from.
      </p>
    </Section>
  );
}

export interface PasskeysProps {
  readonly view: Open;
  readonly add: VaultActions['add_passkey'];
  readonly remove: VaultActions['remove_passkey'];
}

export function Passkeys({ view, add, remove }: PasskeysProps): JSX.Element {
  const [label, set_label] = useState('This device');
  const [passphrase, set_passphrase] = useState('');
  const adding = useAct(add);
  const removing = useAct(remove);
  return (
    <Section title="Passkeys">
      <p>
        A passkey opens the vault with a fingerprint, a face or a security key, instead of the passphrase.
      </p>
      {view.passkeys.length > 0 && (
        <ul class="stPanelList" aria-label="Passkeys">
          {view.passkeys.map(({ id, label: name }) => (
            <li key={id}>
              {name}
              <Control kind="bordered" aria-label={`Remove ${name}`} onClick={() => void removing.run(id)}>
                Remove
              </Control>
            </li>
          ))}
        </ul>
      )}
      <Said outcome={removing.outcome} />
      <form
        class="stPanelStack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await adding.run({ kind: 'passphrase', passphrase }, label)) set_passphrase('');
        }}
      >
        <Field
          label="Name"
          required
          value={label}
          onInput={(event) => set_label(event.currentTarget.value)}
        />
        <Passphrase value={passphrase} onInput={set_passphrase} />
        <Submit kind="bordered" busy={adding.busy}>
          {adding.busy ? 'Adding…' : 'Add a passkey'}
        </Submit>
      </form>
      <Said outcome={adding.outcome} />
    </Section>
  );
}
