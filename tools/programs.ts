/** Finds a program that a test needs; where it is not there and this is Debian's root, fetches it. */
import { existsSync } from 'node:fs';
import { install } from './browsers.ts';

/** Throws one line that says what to do. `places`: where it usually is. */
export function find_program(
  name: string,
  places: readonly string[],
  debian_packages: readonly string[],
): string {
  const look = () => places.find((place) => existsSync(place));
  const found = look();
  if (found) return found;
  if (process.getuid?.() === 0) install(debian_packages);
  const fetched = look();
  if (fetched) return fetched;
  throw new Error(`No ${name} on this machine: install ${debian_packages.join(' and ')} (Debian).`);
}
