/** A broker with hosts that answer as a test says, a reader who answers by rule, and a worker at a real port. */
import { type Remote, wrap } from 'comlink';
import type { Answer, Question } from '../../../ui/panels/permissions_view.ts';
import type { ShellServices } from '../../../wire/api.ts';
import type { NetAnswer, NetFault, NetRequest } from '../../../wire/net.ts';
import { offer_services } from '../../network.ts';
import { Broker } from '../broker.ts';
import type { Code } from '../code.ts';
import { open_connection } from '../connection.ts';
import type { GrantStore } from '../grant_store.ts';
import { Permissions } from '../permissions.ts';
import { create_sealed, type Sealed } from '../sealed.ts';
import { memory_grant_store } from './memory_grant_store.ts';

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

export interface Setup {
  readonly app?: string;
  readonly code?: Code;
  readonly store?: GrantStore;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Whether the vault is locked, and stays so. */
  readonly locked?: () => boolean;
  /** Whether no secret can be read. */
  readonly failed?: () => boolean;
  /** `SecretSource.changes`. */
  readonly changes?: () => number;
  /** What the host answers; a throw is what `fetch` rejects with. */
  readonly host?: (sent: Sent) => Response | Promise<Response>;
  /** What the reader says; undefined: nothing yet. */
  readonly reader?: (question: Question) => Answer | undefined;
}

export interface Fixture {
  readonly broker: Broker;
  readonly permissions: Permissions;
  readonly sealed: Sealed;
  readonly store: GrantStore;
  readonly sent: Sent[];
  readonly asked: Question[];
  readonly said: string[];
  /** The worker's end. */
  readonly port: MessagePort;
  readonly services: Remote<ShellServices>;
  send(url: string, rest?: Partial<NetRequest>): Promise<NetAnswer | NetFault>;
  /** The worker is gone. */
  disconnect(): void;
  close(): void;
}

export const code_of = (id: string, files: Readonly<Record<string, string>> = { 'app.py': id }): Code => ({
  id,
  files: new Map(Object.entries(files)),
});

export function set_up(setup: Setup = {}): Fixture {
  const { app = 'app', code = code_of('code-1'), secrets = {}, host = () => new Response('hello') } = setup;
  const { locked = () => false, failed = () => false, changes = () => 0 } = setup;
  const { store = memory_grant_store(), reader = () => 'app' } = setup;
  const sent: Sent[] = [];
  const asked: Question[] = [];
  const said: string[] = [];
  let time = 1_000;
  const now = () => ++time;
  const permissions = new Permissions({ app, code: async () => code, store, now });
  permissions.state.subscribe(() => {
    const { question } = permissions.state.get();
    if (!question || asked.includes(question)) return;
    asked.push(question);
    const answer = reader(question);
    if (answer) queueMicrotask(() => permissions.answer(question.id, answer));
  });
  const sealed = create_sealed({
    changes,
    read: async (name) => {
      if (failed()) return { kind: 'failed', message: 'No.' };
      if (locked()) return { kind: 'locked' };
      const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
      return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
    },
  });
  const broker = new Broker({
    permissions,
    sealed,
    effects: {
      online: () => true,
      async fetch(url, init) {
        sent.push({ url, init });
        return new Promise((resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          Promise.resolve()
            .then(() => host({ url, init }))
            .then(resolve, reject);
        });
      },
    },
    now,
    own: new URL('https://apps.example/'),
    say: (text) => said.push(text),
  });
  const { port1, port2 } = new MessageChannel();
  const disconnect = offer_services(port1, async () => open_connection(broker), no_cache);
  const services = wrap<ShellServices>(port2);
  let last = 0;
  return {
    broker,
    permissions,
    sealed,
    store,
    sent,
    asked,
    said,
    port: port2,
    services,
    send: (url, rest = {}) =>
      services.request({ id: ++last, method: 'GET', url, headers: [], redirect: 'follow', ...rest }),
    disconnect,
    close() {
      port1.close();
      port2.close();
    },
  };
}

/** An answer's fields that a `Response` cannot be made with. */
export function response(
  body: BodyInit | null,
  fields: Omit<Partial<Response>, 'headers'> & ResponseInit = {},
): Response {
  const { status = 200, statusText = '', headers, ...rest } = fields;
  const made = new Response(body, { status, statusText, ...(headers ? { headers } : {}) });
  return Object.defineProperties(
    made,
    Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, { value }])),
  );
}

export const text_of = (body: ArrayBuffer): string => new TextDecoder().decode(body);

const no_cache = { keep_entry: async () => {}, drop_entries: async () => {} };
