/**
 * Who is signed in to the open app, as the page's program sees it. Most apps ask nobody to sign in: then nothing more than
 * this is fetched.
 */
import type { User } from '../../wire/user.ts';
import type { AppSource } from '../app_source.ts';
import type { SecretSource } from '../broker/sealed.ts';
import { may_have_vault } from '../secrets/presence.ts';
import type { SecretsSession } from '../secrets/session.ts';
import { CALLBACK } from './callback_channel.ts';

export interface SignInOptions {
  readonly app: Pick<AppSource, 'identity' | 'name' | 'own'>;
  readonly secrets: Pick<SecretsSession, 'opened' | 'source'>;
  /** The placeholder for a name. */
  readonly seal: (name: string) => string;
  /** The app is about to be told who is signed in: no page of it is kept from now on. */
  readonly disclosed: () => void;
  /** A new session of the app begins: another reader, as far as it knows. */
  readonly begin_anew: () => Promise<void>;
}

export interface SignIn {
  /** What the worker is to have. Never rejects. */
  current(): Promise<User | undefined>;
  /** `st.login` was called. */
  login(provider: string | undefined): void;
  logout(): void;
  /** The secrets, and the tokens beside them. */
  source(): Promise<SecretSource>;
}

export function sign_in_session(options: SignInOptions): SignIn {
  let loaded: Promise<SignIn> | undefined;
  const load = () => {
    loaded ??= import('./signed_in.ts').then(({ signed_in }) => signed_in(options));
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
  const tell = (work: (sign_in: SignIn) => void) => {
    load().then(work, (error: unknown) => console.warn('Tablit: no sign-in.', error));
  };
  return {
    async current() {
      try {
        if (!loaded && !has_departed() && !(await may_have_vault())) return undefined;
        return await (await load()).current();
      } catch {
        return undefined;
      }
    },
    login: (provider) => tell((sign_in) => sign_in.login(provider)),
    logout: () => tell((sign_in) => sign_in.logout()),
    source: async () => (loaded ? (await loaded).source() : options.secrets.source()),
  };
}

/** This page went to a provider itself, and may be back. */
function has_departed(): boolean {
  try {
    return sessionStorage.getItem(CALLBACK) !== null;
  } catch {
    return false;
  }
}
