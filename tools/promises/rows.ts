/** The promises of security: what holds, and how, in a few words. A test is named after the promise that it holds. */

export interface PromiseRow {
  /** A test of it is called `promise: ` and these words; more may follow after a colon or a comma. */
  readonly promise: string;
  readonly how: string;
}

export const promises: readonly PromiseRow[] = [
  {
    promise: 'An app cannot reach the vault, storage, cookies, the page or another app',
    how: 'It runs in a frame of an opaque origin; ports are the only way out, and every message is checked against its schema.',
  },
  {
    promise: 'An app talks to no host that its reader did not allow',
    how: 'The frame may connect to nothing. The page makes each request, if a grant covers host and purpose; grants belong to the hash of the code.',
  },
  {
    promise: 'A stranger’s app runs only when its reader says so',
    how: 'A link runs nothing: the page shows what the app is and has, and asks. An app is known by the hash of its content.',
  },
  {
    promise: 'A page that shows an app inside has nothing of its reader’s',
    how: 'Inside another page there is no vault, no secret, no sign-in and no permission of earlier visits; nothing is kept.',
  },
  {
    promise: 'Secrets at rest are useless without the key',
    how: 'AES-256-GCM bound to app, name and version; the data key is wrapped by a passphrase (PBKDF2, 600,000 rounds or more) or a passkey.',
  },
  {
    promise: 'Secrets in memory live no longer than needed',
    how: 'Locked at start, after idleness, when the page goes, and by one click; a wrong passphrase and changed data answer alike.',
  },
  {
    promise: 'A key can be used by an app without being known by it',
    how: 'Sealed secrets: the app holds a placeholder, the page puts the value into requests to the hosts that the reader chose.',
  },
  {
    promise: 'What is deleted is gone',
    how: 'Of one app or everything: code, files, secrets, grants, caches, databases, service worker.',
  },
  {
    promise: 'What an app shows cannot run in the page',
    how: 'HTML is cleaned, SVG is a picture, links and addresses are checked, and the page’s policy runs no inline script and no eval.',
  },
  {
    promise: 'The page’s own windows are out of reach for apps',
    how: 'They stand in shadow trees in the top layer and inherit nothing; a stranger’s app cannot hide the way to them; they show words that an app cannot know.',
  },
  {
    promise: 'Sharing can be private, and a link carries no secret',
    how: 'Links can be encrypted; files of secrets are refused by name, when packing and when opening.',
  },
  {
    promise: 'Sign-in needs no server',
    how: 'OpenID Connect in the page: code with PKCE, state and nonce; issuer, audience, signature and expiry are checked; tokens stay in the page.',
  },
  {
    promise: 'Uploads are checked before they are read',
    how: 'Size and type before a byte is read, in the page and again in the worker; names made safe; server.maxUploadSize honoured.',
  },
  {
    promise: 'No pickle from outside is loaded',
    how: 'Entries of caches on disk carry a MAC with a key of this origin, bound to app, code, function and arguments; one that does not hold is removed unread.',
  },
  {
    promise: 'SQL parameters are bound',
    how: 'Values go to the database beside the statement, never inside of it.',
  },
  {
    promise: 'A run that does not end can be stopped',
    how: 'At its next yield point, else with its worker; the page and the state of the last finished run stay.',
  },
  {
    promise: 'Dependencies are what they were',
    how: 'Locked with hashes; wheels are compared with the SHA-256 that the app was built with.',
  },
  {
    promise: 'Bad input never breaks the page',
    how: 'A malformed message, link, file or page gives one error that says what and where; the rest stays alive.',
  },
  {
    promise: 'The examples of the source documents run as they are',
    how: 'Secrets, environment, nested tables and defaults, with the lines unchanged.',
  },
];
