/** Why the reader is asked to unlock: what happens next, and nothing else. */
import type { Purpose } from '../broker/sealed.ts';

const words: { readonly [P in Purpose]: (app: string, what: string) => string } = {
  send: (app, what) => `${app} sends ${what}, and the vault is locked.`,
  look_for: (app, what) =>
    `${app} uses the network. It was allowed to send ${what} before, which must not come back in an answer: to look for it, the vault has to be open. Nothing of it is sent now.`,
  sign_in: (app) => `${app} signs you in. What that needs is in the vault, which is locked.`,
};

/** `what` is such as `the secret K`. */
export function unlock_words(purpose: Purpose, app: string, what: string): string {
  return words[purpose](app, what);
}
