/** One sign-in, from the app's wish to who it is: what is asked where, and what came back. Shows nothing by itself. */
import { type Identity, read_answer } from './answer.ts';
import { callback_address, check_page } from './callback_address.ts';
import { CALLBACK, type Departure, is_callback } from './callback_channel.ts';
import { discover, type Server } from './discovery.ts';
import { browser_fetch } from './effects.ts';
import { type ReadSecret, read_provider } from './provider.ts';
import { make_question, type Pending, type Question } from './request.ts';

export interface Prepared {
  readonly question: Question;
  readonly server: Server;
}

const effects = { fetch: browser_fetch, now: Date.now };

/** Throws a `SignInError`. */
export async function prepare(read: ReadSecret, name: string | undefined): Promise<Prepared> {
  const provider = await read_provider(read, name);
  check_page(location.href);
  const [server, callback] = await Promise.all([
    discover(provider, browser_fetch),
    callback_address(provider.redirect_uri, location.href),
  ]);
  return { server, question: await make_question(provider, server, callback, Date.now()) };
}

/** Resolves with the answer's text, when the callback page of another window brings it. */
export function answer_of({ state }: Pick<Pending, 'state'>, signal: AbortSignal): Promise<string> {
  const channel = new BroadcastChannel(CALLBACK);
  return new Promise((resolve, reject) => {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!is_callback(data) || data.state !== state) return;
      channel.close();
      resolve(data.answer);
    };
    signal.addEventListener('abort', () => {
      channel.close();
      reject(signal.reason);
    });
  });
}

/** Throws a `SignInError`. */
export function identify(pending: Pending, answer: string, server: Server): Promise<Identity> {
  return read_answer(pending, answer, server, effects);
}

/**
 * Opens a window at the provider; false when the browser lets none be opened. The provider gets no handle on this page: it
 * could navigate it elsewhere. Nor has this page one on the window then; the callback page closes it.
 */
export function open_window(url: URL): boolean {
  const opened = window.open('about:blank', '_blank', 'popup,width=500,height=700');
  if (!opened) return false;
  opened.opener = null;
  opened.location.replace(url.href);
  return true;
}

/** What has to be known when this page is back. */
export interface Left extends Departure {
  readonly app: string;
  readonly pending: Pending;
}

/** Goes to the provider with this page. */
export function leave({ url, pending }: Question, app: string): void {
  const left: Left = { state: pending.state, page: location.href, app, pending };
  sessionStorage.setItem(CALLBACK, JSON.stringify(left));
  location.assign(url);
}

/** The page is back. Throws a `SignInError`. */
export async function come_back({ pending, answer = '' }: Left): Promise<Identity> {
  return identify(pending, answer, await discover(pending.provider, browser_fetch));
}
