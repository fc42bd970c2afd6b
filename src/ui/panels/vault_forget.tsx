/** Removing the whole vault, after a sentence was typed: nothing brings it back but a backup. */
import type { JSX } from 'preact';
import { useAct } from './outcome.ts';
import { Said, Section } from './parts.tsx';
import { TypedConfirmation } from './typed_confirmation.tsx';
import type { VaultActions } from './vault_view.ts';

export function ForgetVault({ forget }: { readonly forget: VaultActions['forget'] }): JSX.Element {
  const forgetting = useAct(forget);
  return (
    <Section title="Forget everything">
      <p>
        Removes the vault with the secrets of all apps and its passkeys' keys from this browser. A backup file
        stays what it is.
      </p>
      <TypedConfirmation
        sentence="forget everything"
        action="Forget everything"
        busy={forgetting.busy}
        onConfirm={() => void forgetting.run()}
      />
      <Said outcome={forgetting.outcome} />
    </Section>
  );
}
