import { isVaultError, VaultError } from './errors.ts';
import { parseHeader } from './header.ts';
import { type Deps, refresh, type Session } from './session.ts';
import { type Held, type VaultState, viewOf } from './state.ts';
import { places } from './store.ts';

/** Holds the one session there may be, and tells who listens. Locking wins against everything under way. */
export interface Holder {
  view(): VaultState;
  subscribe(listener: (state: VaultState) => void): () => void;
  reload(): Promise<VaultState>;
  /** @throws VaultError `locked` or `absent` */
  session(): Session;
  /** Holds what `work` gives, unless the vault was locked meanwhile. @throws VaultError `locked` then. */
  enter(work: () => Promise<Session>): Promise<void>;
  /** @throws VaultError `locked` when the vault was locked meanwhile: nothing leaves a locked vault. */
  reading<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** A write that was under way when the vault was locked is finished. */
  writing<T>(work: (session: Session) => Promise<T>): Promise<T>;
  lock(): void;
  /** Drops the keys; the store is empty. */
  forgotten(): void;
}

export function makeHolder(deps: Deps): Holder {
  let held: Held = { kind: 'absent' };
  let locks = 0;
  const listeners = new Set<(state: VaultState) => void>();

  const settle = (next: Held) => {
    held = next;
    const state = viewOf(held);
    for (const listener of [...listeners]) listener(state);
  };

  const drop = (next: Held) => {
    locks++;
    settle(next);
  };

  const look = async (): Promise<Held> => {
    const [raw] = await deps.store.read([places.header]);
    if (raw === undefined) return { kind: 'absent' };
    try {
      return { kind: 'locked', header: parseHeader(raw, deps.rounds.accept), fault: undefined };
    } catch (error) {
      if (!isVaultError(error)) throw error;
      return { kind: 'locked', header: undefined, fault: error };
    }
  };

  const reload = async (): Promise<VaultState> => {
    const before = held;
    if (before.kind === 'open') {
      try {
        await refresh(deps, before.session);
        if (held === before) settle(held);
        return viewOf(held);
      } catch (error) {
        if (!isDisplaced(error)) throw error;
      }
    }
    const found = await look();
    // Something else happened while we looked, and it knows better.
    if (held !== before) return viewOf(held);
    if (before.kind === 'open') drop(found);
    else settle(found);
    return viewOf(held);
  };

  const session = (): Session => {
    if (held.kind !== 'open') throw new VaultError(held.kind);
    return held.session;
  };

  const writing = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const current = session();
    try {
      return await work(current);
    } catch (error) {
      if (isDisplaced(error)) await reload();
      throw error;
    }
  };

  return {
    view: () => viewOf(held),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    session,
    async enter(work) {
      const before = locks;
      try {
        const entered = await work();
        if (locks === before) return settle({ kind: 'open', session: entered });
      } catch (error) {
        if (isDisplaced(error) || isVaultError(error, 'exists')) await reload();
        throw error;
      }
      await reload();
      throw new VaultError('locked');
    },
    async reading(work) {
      const before = locks;
      const result = await writing(work);
      if (locks !== before) throw new VaultError('locked');
      return result;
    },
    writing,
    lock() {
      if (held.kind === 'open') drop({ kind: 'locked', header: held.session.seen.header, fault: undefined });
      else locks++;
    },
    forgotten: () => drop({ kind: 'absent' }),
  };
}

/** The session's vault is no longer what is stored. */
function isDisplaced(error: unknown): boolean {
  return isVaultError(error, 'absent') || isVaultError(error, 'locked');
}
