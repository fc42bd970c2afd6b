/** The open app's `secrets.toml`: names, and the text when the reader asks for it. Behind the vault's door. */
import type { JSX } from 'preact';
import { Dialog } from '../chrome/dialog.tsx';
import type { Act, Outcome } from './outcome.ts';
import { SealedChoice } from './sealed_choice.tsx';
import { SecretsEditor } from './secrets_editor.tsx';
import { CreateVault, UnlockVault } from './vault_door.tsx';
import type { VaultActions, VaultView } from './vault_view.ts';

/** Where a text is no TOML: line and column from 1. */
export interface TomlFaultView {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export interface SecretsPanelProps {
  readonly app_name: string;
  /** The reader's own app may know its secrets; a stranger's never does. */
  readonly own: boolean;
  readonly vault: VaultView;
  readonly actions: Pick<VaultActions, 'create' | 'unlock'>;
  /** What is kept for this app. */
  readonly kept: KeptView;
  readonly sealed: boolean;
  readonly onSealed: Act<[sealed: boolean]>;
  readonly check: (text: string) => Promise<TomlFaultView | undefined>;
  /** Stores the text and runs the app again. Only called with what `check` has no fault in. */
  readonly save: Act<[text: string]>;
  readonly onClose: () => void;
}

export type KeptView =
  | { readonly kind: 'reading' }
  /** It is there and cannot be read. */
  | Extract<Outcome, { readonly kind: 'failed' }>
  | (KeptSecrets & { readonly kind: 'read' });

/** What stands where nothing can be read: a text to save in its place. */
const nothing: KeptSecrets = { names: [], text: async () => '' };

export interface KeptSecrets {
  readonly names: readonly string[];
  /** Hands the text out when the reader wants to see it. */
  readonly text: () => Promise<string>;
}

export function SecretsPanel(props: SecretsPanelProps): JSX.Element {
  const { app_name, own, vault, actions, kept, sealed, onSealed, check, save, onClose } = props;
  return (
    <Dialog title="Secrets" testid="stSecretsPanel" onClose={onClose} wide>
      <div class="stPanelStack">
        {vault.kind === 'absent' && <CreateVault create={actions.create} />}
        {vault.kind === 'locked' && (
          <UnlockVault
            view={vault}
            unlock={actions.unlock}
            reason={`The secrets of ${app_name} are locked.`}
          />
        )}
        {vault.kind === 'open' && (
          <>
            <p>
              What <strong>{app_name}</strong> reads as <code>st.secrets</code>. It is kept in your vault, in
              this browser.
            </p>
            {kept.kind === 'reading' && <p role="status">Reading…</p>}
            {kept.kind === 'failed' && (
              <p class="stPanelWarning" role="alert">
                What is kept for this app cannot be read. {kept.message}. {kept.hint} What you save here takes
                its place.
              </p>
            )}
            {kept.kind !== 'reading' && (
              <SecretsEditor
                key={kept.kind}
                kept={kept.kind === 'read' ? kept : nothing}
                check={check}
                save={save}
              />
            )}
            <SealedChoice own={own} sealed={sealed} onSealed={onSealed} />
          </>
        )}
      </div>
    </Dialog>
  );
}
