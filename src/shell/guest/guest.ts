/**
 * An app in a page that is shown inside another one. Whose app it is does not matter: the page around it decides what the
 * reader sees, so nothing of the reader's is here to be had. No vault, no secrets, no sign-in; what is kept, permissions of
 * earlier visits among it, is out of reach (`shut_storage.ts`).
 */
import { fetcher_with } from '../files.ts';
import type { Guest } from '../open_app.tsx';
import type { SecretsSession } from '../secrets/session.ts';
import type { SignIn } from '../sign_in/session.ts';
import { sight_in, site_around } from './around.ts';
import { shared_fetcher } from './sisters.ts';

const no_secrets: SecretsSession = {
  current: async () => ({ kind: 'absent' }),
  wanted: () => undefined,
  source: async () => ({ changes: () => 0, read: async () => ({ kind: 'missing' }) }),
  opened: async () => undefined,
  panels: [],
  folder_changed: () => undefined,
};

/** `st.login` says by itself that there are no secrets to sign in with. */
const no_sign_in: SignIn = {
  current: async () => undefined,
  login: () => undefined,
  logout: () => undefined,
  source: no_secrets.source,
};

export interface GuestPlace {
  /** Where the same app is by itself. */
  readonly elsewhere: string | undefined;
  /** The origin of the page around, where it has said so. */
  readonly within?: string;
  /** Whether another frame of the same page has what all download. */
  readonly has_sisters?: boolean;
}

export function make_guest({ elsewhere, within, has_sisters = false }: GuestPlace): Guest {
  const question = {
    within: site_around(within ?? document.referrer),
    sight: sight_in(window, globalThis.IntersectionObserverEntry?.prototype),
    elsewhere,
  };
  const fetcher = shared_fetcher({
    // The names of the files say what they hold: the browser's cache may give them, whatever the host says of their age.
    fetcher: fetcher_with('force-cache'),
    channel: new BroadcastChannel('tablit-engine'),
    has_sisters,
  });
  return { secrets: no_secrets, sign_in: no_sign_in, question, fetcher };
}
