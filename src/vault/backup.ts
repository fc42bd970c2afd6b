import { type Bytes, base64, utf8 } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import { checkFormat, checkKdf } from './header.ts';
import { readArray, readBytes, readInteger, readJson, readObject, refuse } from './json.ts';
import { FORMAT_VERSION, layout } from './layout.ts';
import { checkName, limits } from './limits.ts';
import { checkNewPassphrase, deriveFromPassphrase, KDF, SALT } from './passphrase.ts';
import type { PlainRecord } from './records.ts';
import { MOST_ROUNDS, type RoundsPolicy } from './rounds.ts';
import { NONCE, seal, TAG, unseal } from './sealed.ts';

/**
 * A backup is a file of its own: its key comes from a passphrase and a fresh salt and has nothing to do with the data
 * key of the vault. Old backups therefore say nothing about the vault, and a changed passphrase does not touch them.
 */
const FORMAT = 'tablit-vault-backup';

/**
 * The file, as JSON in UTF-8.
 *
 * @throws VaultError `weak_passphrase` or `malformed`.
 */
export async function sealBackup(
  port: CryptoPort,
  policy: RoundsPolicy,
  passphrase: string,
  records: readonly PlainRecord[],
): Promise<Bytes> {
  checkNewPassphrase(passphrase);
  const salt = port.random(SALT);
  const rounds = await policy.choose(port);
  const key = await deriveFromPassphrase(port, passphrase, salt, rounds, 'encrypt');
  const sealed = await seal(port, key, layout('backup', salt, rounds), printBody(records));
  const file = {
    format: FORMAT,
    version: FORMAT_VERSION,
    kdf: KDF,
    rounds,
    salt: base64(salt),
    sealed: base64(sealed),
  };
  return utf8(JSON.stringify(file));
}

/**
 * @param accept the least number of rounds that is not refused.
 * @throws VaultError `not_opened` for a wrong passphrase or a changed file; `malformed`, `newer_format`, `too_large`
 * for what is no backup that this version reads.
 */
export async function openBackup(
  port: CryptoPort,
  accept: number,
  passphrase: string,
  file: Uint8Array,
): Promise<readonly PlainRecord[]> {
  if (file.length > limits.backup)
    throw new VaultError('too_large', `a backup may have ${limits.backup} bytes`);
  const whole = readJson(file, 'backup');
  checkFormat(whole, FORMAT);
  const fields = readObject(whole, ['format', 'version', 'kdf', 'rounds', 'salt', 'sealed']);
  checkKdf(fields.kdf);
  const rounds = readInteger(fields.rounds, accept, MOST_ROUNDS);
  const salt = readBytes(fields.salt, SALT);
  const sealed = readBytes(fields.sealed, NONCE + TAG, limits.backup);
  const key = await deriveFromPassphrase(port, passphrase, salt, rounds, 'encrypt');
  return parseBody(await unseal(port, key, layout('backup', salt, rounds), sealed));
}

function printBody(records: readonly PlainRecord[]): Bytes {
  return utf8(JSON.stringify({ records: records.map(({ app, name, value }) => [app, name, base64(value)]) }));
}

// Whoever knows the passphrase can write any body, so it is read as strictly as everything else.
function parseBody(bytes: Uint8Array): readonly PlainRecord[] {
  const { records } = readObject(readJson(bytes, 'backup'), ['records']);
  const places = new Set<string>();
  return readArray(records, limits.records).map((row) => {
    const [app, name, value, more] = readArray(row, 3);
    if (!app || !name || !value || more) return refuse(row, 'three entries');
    const record = {
      app: checkName(app.value, app.path, limits.app),
      name: checkName(name.value, name.path, limits.name),
      value: readBytes(value, 0, limits.value),
    };
    const place = JSON.stringify([record.app, record.name]);
    if (places.has(place)) refuse(row, 'each record once');
    places.add(place);
    return record;
  });
}
