/** Where a provider is to send the reader back to. */
import { CALLBACK_MARK, CALLBACK_PAGE } from '../../share/callback.ts';
import { SignInError } from './errors.ts';

/** Throws a `SignInError` `no_callback` for a page that is no site: nobody is asked anything then. */
export function check_page(page: string): void {
  if (!/^https?:/.test(page)) throw new SignInError('no_callback', CALLBACK_PAGE);
}

/**
 * The `redirect_uri` of the secrets when it is on this site and the callback page answers there, else the site's own. A
 * file made for a server names one that is elsewhere. Throws a `SignInError` `no_callback`.
 */
export async function callback_address(redirect_uri: string | undefined, page: string): Promise<string> {
  check_page(page);
  const own = new URL(CALLBACK_PAGE, page);
  const given = redirect_uri === undefined ? null : URL.parse(redirect_uri);
  const candidates = given && given.origin === own.origin ? [given, own] : [own];
  // As they were written: a provider compares texts.
  for (const url of candidates)
    if (await is_there(url)) return url === given && redirect_uri !== undefined ? redirect_uri : url.href;
  throw new SignInError('no_callback', CALLBACK_PAGE);
}

async function is_there(url: URL): Promise<boolean> {
  try {
    const response = await fetch(url, { credentials: 'omit' });
    return response.ok && (await response.text()).includes(CALLBACK_MARK);
  } catch {
    return false;
  }
}
