/** Addresses of apps (`?app=`): read, and as they are shown. Pure. */
import { decoded } from '../../wire/decoded.ts';
import { NotOpened } from './not_opened.ts';

const HINT = 'Give the address of a .py, .zip or .tablit file, or of a folder, that starts with https://.';

/** Throws a `NotOpened`, which does not repeat a password. */
export function parse_address(address: string, base: string): URL {
  if (address.trim() === '') throw new NotOpened('The address names no app: nothing follows “?app=”.', HINT);
  const url = URL.parse(address, base);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new NotOpened(`“${shown_address(address)}” is no address of an app.`, HINT);
  }
  // The browser would not send them, and who reads the link would have them.
  if (url.username !== '' || url.password !== '') {
    throw new NotOpened(
      `This address has a name or a password for ${url.host} in it, and such an address is not opened.`,
      'Give an address without them, of a file that everybody may read.',
    );
  }
  return url;
}

/** Characters of an address that are shown. */
const MOST_SHOWN = 200;

/** Without a name and a password, and with no character that cannot be seen; the rest of a long one is left out. */
export function shown_address(address: string): string {
  const text = without_unseen(address.replace(/^(\s*[^/?#]*\/\/)[^/?#]*@/, '$1'));
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** The last part of an address, decoded; a folder's, too. Empty where it has none. */
export function last_name({ pathname }: URL): string {
  const part = pathname.replace(/\/$/, '').split('/').at(-1) ?? '';
  return without_unseen(decoded(part));
}

function without_unseen(text: string): string {
  return text.replaceAll(/[\p{C}\u2028\u2029]/gu, '�');
}
