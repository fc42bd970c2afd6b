/**
 * Who is signed in to the open app. The protocol is fetched when somebody signs in. Tokens stay here: an app gets
 * placeholders, which the broker changes on the way to a host that the reader allowed.
 */
import type { User } from '../../wire/user.ts';
import type { SecretAnswer } from '../broker/sealed.ts';
import { failed } from '../secrets/failed.ts';
import { vault_records } from '../secrets/records.ts';
import { source_of } from '../secrets/source_of.ts';
import { unlock_words } from '../secrets/unlock_words.ts';
import type { Identity } from './answer.ts';
import { CALLBACK } from './callback_channel.ts';
import type { Left } from './flow.ts';
import { is_signed_out, note_signed_out, RECORD } from './keeping.ts';
import type { SignIn, SignInOptions } from './session.ts';

/** No name of TOML has a space that is not in quotes: a secret cannot be taken for a token. */
const token_names = { 'access token of the sign-in': 'access', 'ID token of the sign-in': 'id' } as const;

export function signed_in({ app, secrets, seal, disclosed, begin_anew }: SignInOptions): SignIn {
  const records = vault_records(secrets.opened);
  const source = source_of(secrets.source);
  let identity: Identity | undefined;
  let returning: Promise<void> | undefined;
  let running: AbortController | undefined;
  const others = new BroadcastChannel('tablit-signed-out');
  others.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== app.identity || !identity) return;
    identity = undefined;
    void begin_anew();
  };

  const take = async (next: Identity) => {
    identity = next;
    await records.write(RECORD, JSON.stringify(next));
  };

  /** The page went to the provider itself, and is back. */
  const come_back = async (): Promise<void> => {
    const left = take_departure(app.identity);
    if (left?.answer === undefined) return;
    const { returned } = await import('./returned.ts');
    const next = await returned(app, left);
    if (next) await take(next);
  };

  const known = async (): Promise<Identity | undefined> => {
    returning ??= come_back().catch(() => undefined);
    await returning;
    const opened = await secrets.opened().catch(() => undefined);
    // Whether its provider is still there cannot be told then, and nothing can be sent in its name.
    if (identity && opened?.vault.state().kind === 'locked') return identity;
    const kept = identity ? undefined : await records.read(RECORD);
    if (!identity && kept === undefined) return undefined;
    const { identity_in, still_counts } = await import('./kept_identity.ts');
    const found = identity ?? identity_in(kept ?? '');
    const read = (name: string) => source.read(name, 'sign_in');
    const counts = found && (await still_counts(found, read, Date.now()));
    // Looked at last: the reader may have signed out meanwhile.
    identity = counts && !is_signed_out(app.identity, counts.since) ? counts : undefined;
    return identity;
  };

  return {
    async current() {
      const found = await known().catch(() => undefined);
      if (!found) return undefined;
      disclosed();
      return user_of(found, seal);
    },

    login(provider) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const read = (name: string) => source.read(name, 'sign_in');
      void import('./window.tsx')
        .then(({ sign_in_by_window }) =>
          sign_in_by_window({ app, read, provider, signal: controller.signal }),
        )
        .then(async (next) => {
          if (!next || controller.signal.aborted) return;
          await take(next);
          await begin_anew();
        })
        .catch((error: unknown) => console.warn(`Tablit: no sign-in. ${error}`));
    },

    logout() {
      running?.abort();
      identity = undefined;
      note_signed_out(app.identity, Date.now());
      void records.write(RECORD, undefined).then(() => {
        others.postMessage(app.identity);
        return begin_anew();
      });
    },

    source: async () => ({
      changes: source.changes,
      async read(name, purpose): Promise<SecretAnswer> {
        const token = token_names[name as keyof typeof token_names];
        if (token === undefined) return source.read(name, purpose);
        const opened = await secrets.opened().catch(failed);
        if (opened && 'kind' in opened) return opened;
        const reason = unlock_words(purpose, app.name, 'the token of your sign-in');
        // Who locks the vault wants nothing sent in their name, kept in it or not.
        if (opened?.vault.state().kind === 'locked' && !(await opened.unlock(reason)))
          return { kind: 'locked' };
        const value = (await known().catch(() => undefined))?.tokens[token];
        return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
      },
    }),
  };
}

function user_of({ claims, tokens }: Identity, seal: (name: string) => string): User {
  const exposed = Object.entries(token_names).filter(([, token]) => tokens[token] !== undefined);
  return {
    claims: JSON.stringify(claims),
    tokens: Object.fromEntries(exposed.map(([name, token]) => [token, seal(name)])),
  };
}

/** What this page left behind for this app, once. */
function take_departure(app: string): Left | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(CALLBACK) ?? 'null') as Left | null;
    if (found?.app !== app) return undefined;
    sessionStorage.removeItem(CALLBACK);
    return found;
  } catch {
    return undefined;
  }
}
