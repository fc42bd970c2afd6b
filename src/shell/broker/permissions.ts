/** What an app may do: what was allowed before, what the reader says now, and how often it was used. */
import type { Answer, ChangedFile, Nearness, Question, Want } from '../../ui/panels/permissions_view.ts';
import { create_store, type Store } from '../../ui/store/store.ts';
import { type Access, allow, forget, no_access, refuse, use, verdict } from './access.ts';
import type { Code } from './code.ts';
import { NetError } from './errors.ts';
import type { GrantStore } from './grant_store.ts';
import { KeptGrants, type Remembered } from './kept_grants.ts';
import { Questions } from './questions.ts';

export interface PermissionsState {
  readonly access: Access;
  /** What the reader is asked at the moment. */
  readonly question: Question | undefined;
}

export interface AskContext {
  readonly near: Nearness;
  readonly sent_by?: string;
  readonly signal: AbortSignal;
}

export interface PermissionsOptions {
  /** `AppSource.identity`. */
  readonly app: string;
  /** Called at the first request, and again after `changed`: hashing an app's files is not for its start. */
  readonly code: () => Promise<Code>;
  readonly store: GrantStore;
  readonly now: () => number;
}

export class Permissions {
  readonly #options: PermissionsOptions;
  readonly #questions = new Questions(() => this.state.dispatch({ question: this.#questions.current }));
  #kept: Promise<KeptGrants> | undefined;
  #changed_files: Promise<readonly ChangedFile[] | undefined> | undefined;
  readonly state: Store<PermissionsState, Partial<PermissionsState>> = create_store(
    (state: PermissionsState, change: Partial<PermissionsState>) => ({ ...state, ...change }),
    { access: no_access, question: undefined },
  );

  constructor(options: PermissionsOptions) {
    this.#options = options;
  }

  /** Reads what was allowed on earlier visits, once. */
  open(): Promise<KeptGrants> {
    this.#kept ??= this.#open();
    return this.#kept;
  }

  async #open(carried?: Remembered): Promise<KeptGrants> {
    const { app, store, now } = this.#options;
    const code = await this.#options.code();
    const heard = ({ kept, sealed }: Remembered) =>
      this.#set((access) => ({ ...access, kept, sealed: new Set([...access.sealed, ...sealed]) }));
    const grants = new KeptGrants({ app, code, store, now, heard });
    if (carried) await grants.carry(carried);
    heard(await grants.read());
    return grants;
  }

  /** Names of the secrets that this app was ever allowed to send anywhere. */
  get sealed(): ReadonlySet<string> {
    return this.state.get().access.sealed;
  }

  is_granted(wants: readonly Want[]): boolean {
    return wants.every((want) => verdict(this.state.get().access, want) === 'granted');
  }

  /**
   * Resolves when all of `wants`, which are about one host or ability, are allowed; asks the reader for what is not
   * known yet. Throws a `NetError`: `not_allowed`, `cancelled`, `too_many`.
   */
  async require(wants: readonly Want[], { signal, ...context }: AskContext): Promise<void> {
    await this.open();
    // Another question may have been answered while this one waited: what is known is looked at again each time.
    for (;;) {
      const { access } = this.state.get();
      const refused = wants.find((want) => verdict(access, want) === 'refused');
      if (refused) throw not_allowed(refused);
      const unknown = wants.filter((want) => verdict(access, want) === 'unknown');
      if (unknown.length === 0) return;
      const changed = await this.#changes();
      const asked = { wants: unknown, ...context, ...(changed ? { changed } : {}) };
      await this.#take(unknown, await this.#questions.ask(asked, signal));
    }
  }

  /** The reader's answer to the question with this id. */
  answer(id: number, answer: Answer): void {
    this.#questions.answer(id, answer);
  }

  used(wants: readonly Want[]): void {
    this.#set((access) => use(access, wants, this.#options.now()));
    void this.#kept?.then((kept) => kept.used(wants));
  }

  /** Takes a grant or a refusal back, at once: the next request asks. */
  async forget(want: Want): Promise<void> {
    this.#set((access) => forget(access, want));
    await (await this.open()).forget(want);
  }

  /** The folder that the reader works on was saved: what it may do goes over to its new code. */
  async changed(): Promise<void> {
    const before = this.#kept;
    if (!before) return;
    this.#kept = before.then(async (grants) => {
      await grants.close();
      return this.#open(this.state.get().access);
    });
    this.#changed_files = undefined;
    await this.#kept;
  }

  /** Writes down what was used so far. */
  async write(): Promise<void> {
    await (await this.#kept)?.write();
  }

  async close(): Promise<void> {
    await (await this.#kept)?.close();
  }

  #changes(): Promise<readonly ChangedFile[] | undefined> {
    this.#changed_files ??= this.open().then((kept) => kept.changes());
    return this.#changed_files;
  }

  /** Resolves when it is written down that a secret may leave: a page that is closed right after has to know it later. */
  async #take(wants: readonly Want[], answer: Answer): Promise<void> {
    if (answer === 'refuse') return this.#set((access) => refuse(access, wants));
    this.#set((access) => allow(access, wants, answer, this.#options.now()));
    const kept = await this.open();
    await (answer === 'app' ? kept.allow(wants) : kept.allow_once(wants));
  }

  #set(change: (access: Access) => Access): void {
    this.state.dispatch({ access: change(this.state.get().access) });
  }
}

/** Says which host or ability it is that the reader does not allow. */
export function not_allowed(want: Want): NetError {
  const place = 'host' in want ? want.host : 'the page';
  return new NetError('not_allowed', want.kind === 'secret' ? { place, what: want.name } : { place });
}
