/** The page that a provider sends the reader back to. It hands the answer on and is gone; it looks into nothing. */
import { CALLBACK, read_departure } from './callback_channel.ts';

function answer_in({ hash, search }: Pick<Location, 'hash' | 'search'>): string {
  return new URLSearchParams(hash.slice(1)).has('state') ? hash.slice(1) : search.slice(1);
}

/** A page of this origin to go back to, else undefined: the storage could hold anything. */
function page_to(address: string): string | undefined {
  const url = URL.parse(address);
  return url?.origin === location.origin ? url.href : undefined;
}

const answer = answer_in(location);
const state = new URLSearchParams(answer).get('state') ?? '';
// A code or a token stays neither in the address nor in the history.
history.replaceState(null, '', location.pathname);

const departure = read_departure(sessionStorage.getItem(CALLBACK));
const page = departure?.state === state ? page_to(departure.page) : undefined;
if (departure && page !== undefined) {
  sessionStorage.setItem(CALLBACK, JSON.stringify({ ...departure, answer }));
  location.replace(page);
} else if (state !== '') {
  const channel = new BroadcastChannel(CALLBACK);
  channel.postMessage({ state, answer });
  channel.close();
  window.close();
}
