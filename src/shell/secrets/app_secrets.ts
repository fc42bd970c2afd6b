/**
 * Where an app's secrets come from: the reader's vault, and for a folder that `tablit run` watches its own
 * `.streamlit/secrets.toml`. One object per open app; what it decrypted it forgets when the vault locks.
 */
import { isVaultError } from '../../vault/errors.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Secrets, SecretTable } from '../../wire/secrets.ts';
import type { SecretAnswer } from '../broker/sealed.ts';
import { failed } from './failed.ts';
import { map_scalars, named_scalars } from './names.ts';
import type { SealedApps } from './sealed_apps.ts';
import { fault_text, type ParsedSecrets, parse_secrets, type TomlFault } from './toml.ts';
import { vault_app } from './vault_app.ts';

/** The name of an app's record in the vault. */
export const RECORD = 'secrets.toml';

export interface AppSecretsOptions {
  readonly identity: string;
  /** Of the reader's own apps the values are handed out, unless they are switched to sealed. */
  readonly own: boolean;
  readonly vault: Vault;
  /** The texts of the folder's files, the later over the earlier; empty where there are none. */
  readonly folder: () => Promise<readonly string[]>;
  readonly sealed_apps: SealedApps;
  /** The placeholder for a name. */
  readonly seal: (name: string) => string;
}

/** `locked` and `unlocked` follow the vault, `saved` what was entered, `folder` its files. */
export type SecretsChange = 'locked' | 'unlocked' | 'saved' | 'folder' | 'sealed';

export interface AppSecrets {
  /** What the worker is to have now. Never rejects: what is no TOML is `broken`, what cannot be read is `failed`. */
  current(): Promise<Secrets>;
  /** The value of a name such as `database.password`. Never rejects. */
  find(name: string): Promise<SecretAnswer>;
  /** Another number once values may be others than before; not for the vault's being locked. */
  changes(): number;
  /** The record's text, '' when there is none. @throws VaultError, as `Vault.getText`. */
  text(): Promise<string>;
  /** Stores a text that is TOML; gives the fault of one that is not, and leaves what was there. @throws VaultError */
  save(text: string): Promise<TomlFault | undefined>;
  /** Whether the script gets placeholders; always for a stranger's app. */
  is_sealed(): Promise<boolean>;
  /** Has no effect on a stranger's app. */
  set_sealed(sealed: boolean): Promise<void>;
  subscribe(listener: (change: SecretsChange) => void): () => void;
  /** Drops what was decrypted: the next look reads anew. */
  forget(): void;
  /** The folder's file was saved. */
  folder_changed(): void;
  stop(): void;
}

export async function open_app_secrets(options: AppSecretsOptions): Promise<AppSecrets> {
  const { identity, own, vault, folder, sealed_apps, seal } = options;
  const app = await vault_app(identity);
  const listeners = new Set<(change: SecretsChange) => void>();
  let names: Promise<ReadonlyMap<string, string>> | undefined;
  let changes = 0;
  let kind = vault.state().kind;

  const drop = () => {
    names = undefined;
    if (vault.state().kind !== 'locked') changes++;
  };

  const tell = (change: SecretsChange) => {
    drop();
    for (const listener of [...listeners]) listener(change);
  };

  const unsubscribe = vault.subscribe((state) => {
    const before = kind;
    kind = state.kind;
    // Whatever happened, another tab may have written since; one that writes to this app's record says so by itself.
    names = undefined;
    if (before !== kind) tell(kind === 'open' ? 'unlocked' : 'locked');
  });

  const stored = () =>
    vault.state().kind === 'open' ? vault.getText(app, RECORD) : Promise.resolve(undefined);

  const is_sealed = async () => !own || (await sealed_apps.has(identity));

  const texts = async (): Promise<readonly string[]> => {
    const own_text = await stored();
    return [...(await folder()), ...(own_text === undefined ? [] : [own_text])];
  };

  /** A vault that no passphrase opens is not one that waits for it. */
  const fault = () => {
    const state = vault.state();
    return state.kind === 'locked' ? state.fault : undefined;
  };

  const why = (error: unknown) =>
    isVaultError(error, 'locked') ? ({ kind: 'locked' } as const) : failed(error);

  const merged = async (): Promise<ParsedSecrets | undefined> => {
    const parsed = await Promise.all((await texts()).map(parse_secrets));
    const bad = parsed.find((one) => one.kind === 'bad');
    return bad ?? (parsed.length > 0 ? { kind: 'good', values: union(parsed) } : undefined);
  };

  return {
    async current() {
      try {
        const found = await merged();
        if (found?.kind === 'bad') return { kind: 'broken', message: fault_text(found.fault) };
        if (!found) {
          const unreadable = fault();
          if (unreadable) return failed(unreadable);
          return { kind: vault.state().kind === 'locked' ? 'locked' : 'absent' };
        }
        const values = (await is_sealed()) ? map_scalars(found.values, seal) : found.values;
        return { kind: 'present', values };
      } catch (error) {
        return why(error);
      }
    },

    async find(name) {
      try {
        names ??= merged().then((found) => {
          if (found?.kind === 'bad') throw new BrokenSecretsError(found.fault);
          return found ? named_scalars(found.values) : new Map();
        });
        const value = (await names).get(name);
        if (value !== undefined) return { kind: 'value', value };
      } catch (error) {
        names = undefined;
        return why(error);
      }
      const unreadable = fault();
      if (unreadable) return failed(unreadable);
      return { kind: vault.state().kind === 'locked' ? 'locked' : 'missing' };
    },

    changes: () => changes,

    text: async () => (await vault.getText(app, RECORD)) ?? '',

    async save(text) {
      const parsed = await parse_secrets(text);
      if (parsed.kind === 'bad') return parsed.fault;
      if (text.trim() === '') await vault.delete(app, RECORD);
      else await vault.setText(app, RECORD, text);
      tell('saved');
      return undefined;
    },

    is_sealed,

    async set_sealed(sealed) {
      await sealed_apps.set(identity, sealed);
      tell('sealed');
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    forget() {
      changes++;
      drop();
    },

    folder_changed: () => tell('folder'),

    stop() {
      unsubscribe();
      listeners.clear();
      names = undefined;
    },
  };
}

class BrokenSecretsError extends Error {
  readonly hint = 'Correct it where it was written.';

  constructor(fault: TomlFault) {
    super(`The secrets are no TOML: ${fault_text(fault)}`);
  }
}

function union(parsed: readonly ParsedSecrets[]): SecretTable {
  return new Map(parsed.flatMap((one) => (one.kind === 'good' ? [...one.values] : [])));
}
