/** The windows of the vault, the secrets and deletion, joined to what they show. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DeletionPanel } from '../../ui/panels/deletion_panel.tsx';
import { EarlierSecrets } from '../../ui/panels/earlier_secrets.tsx';
import { NoVault } from '../../ui/panels/no_vault.tsx';
import type { ChangedFile } from '../../ui/panels/permissions_view.ts';
import { type KeptView, SecretsPanel } from '../../ui/panels/secrets_panel.tsx';
import { UnlockDialog } from '../../ui/panels/unlock_dialog.tsx';
import { VaultPanel } from '../../ui/panels/vault_panel.tsx';
import type { VaultActions, VaultView } from '../../ui/panels/vault_view.ts';
import { isVaultError } from '../../vault/errors.ts';
import { defaultLockLimits } from '../../vault/lock_policy.ts';
import type { Vault } from '../../vault/vault.ts';
import { app_parts, delete_app, delete_everything } from '../deletion/delete.ts';
import { show_panel } from '../panel.tsx';
import type { AppSecrets } from './app_secrets.ts';
import { named_scalars } from './names.ts';
import type { NotOpened, Opened } from './opened.ts';
import { parse_secrets } from './toml.ts';
import { failure_of, outcome_of, vault_actions, vault_view } from './vault_actions.ts';

function useVault(vault: Vault): VaultView {
  const [view, set_view] = useState(() => vault_view(vault.state()));
  useEffect(() => {
    void vault.reload().catch(() => undefined);
    return vault.subscribe((state) => set_view(vault_view(state)));
  }, [vault]);
  return view;
}

export function show_vault(opened: Opened | NotOpened): void {
  if ('error' in opened) {
    show_no_vault('Vault', opened.error);
    return;
  }
  const { vault } = opened;
  const actions = vault_actions(opened);
  const passkeys = typeof globalThis.PublicKeyCredential === 'function';
  function Shown({ onClose }: { readonly onClose: () => void }): JSX.Element {
    const view = useVault(vault);
    const { idle } = defaultLockLimits;
    return <VaultPanel view={view} actions={actions} passkeys={passkeys} idle={idle} onClose={onClose} />;
  }
  show_panel((close) => <Shown onClose={close} />);
}

export function show_secrets(opened: Opened | NotOpened): void {
  if ('error' in opened) {
    show_no_vault('Secrets', opened.error);
    return;
  }
  const { app, secrets, vault } = opened;
  const actions = vault_actions(opened);
  function Shown({ onClose }: { readonly onClose: () => void }): JSX.Element {
    const view = useVault(vault);
    const { kept, sealed } = useKept(secrets, view.kind === 'open');
    return (
      <SecretsPanel
        app_name={app.name}
        own={app.own}
        vault={view}
        actions={actions}
        kept={kept}
        sealed={sealed}
        onSealed={(next) => outcome_of(() => secrets.set_sealed(next))}
        check={async (text) => {
          const parsed = await parse_secrets(text);
          return parsed.kind === 'bad' ? parsed.fault : undefined;
        }}
        save={(text) => outcome_of(() => secrets.save(text), 'Saved. The app runs again.')}
        onClose={onClose}
      />
    );
  }
  show_panel((close) => <Shown onClose={close} />);
}

interface Kept {
  readonly kept: KeptView;
  readonly sealed: boolean;
}

/** Names only: the text is read when it is to be seen. */
function useKept(secrets: AppSecrets, is_open: boolean): Kept {
  const [state, set_state] = useState<Kept>({ kept: { kind: 'reading' }, sealed: false });
  useEffect(() => {
    let over = false;
    const read = async () => {
      // Whether it is sealed is not known then: the script gets nothing, so sealed is what it comes to.
      const sealed = await secrets.is_sealed().catch(() => true);
      const kept = is_open ? await kept_of(secrets) : ({ kind: 'reading' } as const);
      if (!over) set_state({ sealed, kept });
    };
    void read();
    const unsubscribe = secrets.subscribe(() => void read());
    return () => {
      over = true;
      unsubscribe();
    };
  }, [secrets, is_open]);
  return state;
}

/** `reading` when the vault was locked meanwhile: the panel shows its door then. */
async function kept_of(secrets: AppSecrets): Promise<KeptView> {
  try {
    const parsed = await parse_secrets(await secrets.text());
    const names = parsed.kind === 'good' ? [...named_scalars(parsed.values).keys()] : ['(not TOML)'];
    return { kind: 'read', names, text: () => secrets.text() };
  } catch (error) {
    return isVaultError(error, 'locked') ? { kind: 'reading' } : failure_of(error);
  }
}

/** Resolves, when the window is closed, with whether the vault is open. */
export function show_unlock(vault: Vault, reason: string): Promise<boolean> {
  return new Promise((resolve) => {
    let close_panel = () => {};
    const unsubscribe = vault.subscribe(({ kind }) => {
      if (kind !== 'locked') close();
    });
    const close = () => {
      unsubscribe();
      close_panel();
      resolve(vault.state().kind === 'open');
    };
    const unlock: VaultActions['unlock'] = (proof) => outcome_of(() => vault.unlock(proof));
    function Shown(): JSX.Element | null {
      const view = useVault(vault);
      if (view.kind !== 'locked') return null;
      return <UnlockDialog view={view} unlock={unlock} reason={reason} onClose={close} />;
    }
    close_panel = show_panel(() => <Shown />);
  });
}

/** Resolves with the reader's answer. */
export function ask_for_earlier(app_name: string, changed: readonly ChangedFile[]): Promise<boolean> {
  return new Promise((resolve) => {
    show_panel((close) => (
      <EarlierSecrets
        app_name={app_name}
        changed={changed}
        onAnswer={(use) => {
          close();
          resolve(use);
        }}
      />
    ));
  });
}

function show_no_vault(title: string, error: unknown): void {
  const why = failure_of(error);
  show_panel((close) => <NoVault title={title} message={why.message} hint={why.hint} onClose={close} />);
}

/** Where there is no vault the rest can be deleted all the same. */
export function show_deletion(opened: Opened | NotOpened, end: () => void): void {
  const { app } = opened;
  const vault = 'error' in opened ? undefined : opened.vault;
  show_panel((close) => (
    <DeletionPanel
      app_name={app.name}
      parts={app_parts}
      delete_app={() => {
        end();
        return delete_app(app.identity, vault);
      }}
      delete_everything={() => {
        end();
        return delete_everything(vault);
      }}
      onStartOver={() => location.reload()}
      onClose={close}
    />
  ));
}
