/** The secrets of a folder that `tablit run` serves: the reader's own file, and over it the folder's. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SECRETS = join('.streamlit', 'secrets.toml');

/** Absolute, the later over the earlier, as in Streamlit. */
export function secret_places(folder: string, home: string = homedir()): readonly string[] {
  return [...new Set([join(home, SECRETS), join(folder, SECRETS)])];
}

/** The texts of those that are there. */
export async function secret_texts(places: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(places.map((place) => readFile(place, 'utf8').catch(() => undefined)));
  return texts.filter((text) => text !== undefined);
}

/** Takes the same time for any wrong token of one length. */
export function same_token(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Names a watched folder without saying where it is: what the page keeps for it is filed under this. */
export function folder_name(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}
