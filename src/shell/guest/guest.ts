/**
 * An app in a page that is shown inside another one. Whose app it is does not matter: the page around it decides what the
 * reader sees, so nothing of the reader's is here to be had. No vault, no secrets, no sign-in, no permission of earlier
 * visits; nothing is kept.
 */
import { fetcher_with } from '../files.ts';
import type { Guest } from '../open_app.tsx';
import type { SecretsSession } from '../secrets/session.ts';
import type { SignIn } from '../sign_in/session.ts';
import { sight_in, site_around } from './around.ts';

const no_secrets: SecretsSession = {
  current: async () => ({ kind: 'absent' }),
  wanted: () => undefined,
  source: { read: async () => ({ kind: 'missing' }) },
  opened: async () => undefined,
  panels: [],
  folder_changed: () => undefined,
};

/** Several apps of a page load the same files: the browser's cache gives them, whatever the host says of their age. Their names say what they hold. */
const fetcher = fetcher_with('force-cache');

/** `elsewhere`: where the same app is by itself. */
export function make_guest(app: { readonly name: string; readonly own: boolean }, elsewhere?: string): Guest {
  const sign_in: SignIn = {
    current: async () => undefined,
    login: () => void say_no(app),
    logout: () => undefined,
    source: no_secrets.source,
  };
  const question = {
    within: site_around(document),
    sight: sight_in(window, globalThis.IntersectionObserverEntry?.prototype),
    elsewhere,
  };
  return { secrets: no_secrets, sign_in, question, fetcher };
}

async function say_no(app: { readonly name: string; readonly own: boolean }): Promise<void> {
  const [{ show_failure }, { SignInError }] = await Promise.all([
    import('../sign_in/window.tsx'),
    import('../sign_in/errors.ts'),
  ]);
  show_failure(app, new SignInError('embedded'));
}
