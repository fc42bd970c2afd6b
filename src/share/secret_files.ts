/**
 * Files that hold secrets by their very name. They are refused, not skipped in silence: an author should learn that
 * one lies in the app's folder. Examples and templates (`.env.example`) are let through.
 */

interface SecretName {
  /** Tried on the path in lower case, after a slash or from the start to the end. */
  readonly name: RegExp;
  /** Completes “… is …”. */
  readonly what: string;
}

const TEMPLATE = /\.(example|sample|template|dist|tmpl)(\.toml)?$/;

const SECRET_NAMES: readonly SecretName[] = [
  { name: /(^|\/)secrets(\.[^/]*)?\.toml([.~][^/]*)?$/, what: 'a file of secrets' },
  {
    name: /(^|\/)(\.env([.~_-][^/]*)?|[^/]+\.env|\.envrc|\.flaskenv)$/,
    what: 'a file of environment secrets',
  },
  { name: /(^|\/)id_(rsa|dsa|ecdsa|ecdsa_sk|ed25519|ed25519_sk)$/, what: 'a private key' },
  { name: /\.(pem|key|p12|pfx|p8|ppk|jks|keystore|kdbx)$/, what: 'a key file' },
  { name: /(^|\/)\.(ssh|gnupg|aws|azure|kube|docker)\//, what: 'part of a folder of credentials' },
  {
    name: /(^|\/)\.(netrc|pgpass|git-credentials|htpasswd|pypirc|npmrc|s3cfg|boto)$/,
    what: 'a file of credentials',
  },
  {
    name: /(^|\/)(client_secrets?|service[-_]account|application_default_credentials)[^/]*\.json$/,
    what: 'a file of credentials',
  },
];

/** What makes the file at `path` secret (“a private key”), or `undefined`. Goes by the name alone. */
export function secret_file(path: string): string | undefined {
  const name = path.normalize('NFKC').toLowerCase();
  if (TEMPLATE.test(name)) return undefined;
  return SECRET_NAMES.find((row) => row.name.test(name))?.what;
}
