/**
 * Who is signed in to the open app. The protocol is fetched when somebody signs in. Tokens stay here: an app gets
 * placeholders, which the broker changes on the way to a host that the reader allowed.
 */
import type { User } from '../../wire/user.ts';
import type { SecretAnswer } from '../broker/sealed.ts';
import { vault_records } from '../secrets/records.ts';
import type { Identity } from './answer.ts';
import { CALLBACK } from './callback_channel.ts';
import type { Left } from './flow.ts';
import { is_signed_out, note_signed_out, RECORD } from './keeping.ts';
import type { SignIn, SignInOptions } from './session.ts';

/** No name of TOML has a space that is not in quotes: a secret cannot be taken for a token. */
const token_names = { 'access token of the sign-in': 'access', 'ID token of the sign-in': 'id' } as const;

export function signed_in({ app, secrets, seal, disclosed, begin_anew }: SignInOptions): SignIn {
  const records = vault_records(secrets.opened);
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
    if (identity) return identity;
    const text = await records.read(RECORD);
    if (text === undefined) return undefined;
    const { kept_identity } = await import('./kept_identity.ts');
    const kept = await kept_identity(text, (name) => secrets.source.read(name), Date.now());
    if (kept && !is_signed_out(app.identity, kept.since)) identity = kept;
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
      const read = (name: string) => secrets.source.read(name);
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

    source: {
      changes: secrets.source.changes,
      async read(name): Promise<SecretAnswer> {
        const token = token_names[name as keyof typeof token_names];
        if (token === undefined) return secrets.source.read(name);
        const opened = await secrets.opened().catch(() => undefined);
        const reason = `${app.name} sends the token of your sign-in, and the vault is locked.`;
        // Who locks the vault wants nothing sent in their name, kept in it or not.
        if (opened?.vault.state().kind === 'locked' && !(await opened.unlock(reason)))
          return { kind: 'locked' };
        const value = identity?.tokens[token];
        return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
      },
    },
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
