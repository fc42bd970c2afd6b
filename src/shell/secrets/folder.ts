/** The secrets of a folder that `tablit run` watches, handed over by that command to this page alone. */
import type { SecretsPlace } from '../../share/site.ts';

/**
 * The texts of the files, a later one over an earlier one; none when there are none.
 *
 * Throws an Error when the command does not answer any more or answers something else.
 */
export async function folder_secrets({ url, token }: SecretsPlace): Promise<readonly string[]> {
  const response = await fetch(url, {
    headers: { 'x-tablit-token': token },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`The folder's secrets could not be read: ${response.status}`);
  const { files } = (await response.json()) as { readonly files?: unknown };
  if (!Array.isArray(files) || !files.every((text) => typeof text === 'string')) {
    throw new Error("The folder's secrets could not be read: not a list of texts");
  }
  return files;
}
