/** The secrets of a folder that `tablit run` watches, handed over by that command to this page alone. */
import type { SecretsPlace } from '../../share/site.ts';

/** The command that watches the folder did not hand its secrets over. */
export class FolderSecretsError extends Error {
  override readonly name = 'FolderSecretsError';
  readonly hint = 'Start it again, and load the page again.';

  constructor(why: string) {
    super(`The folder's secrets could not be read: ${why}`);
  }
}

/**
 * The texts of the files, a later one over an earlier one; none when there are none.
 *
 * Throws a `FolderSecretsError` when the command does not answer any more or answers something else.
 */
export async function folder_secrets({ url, token }: SecretsPlace): Promise<readonly string[]> {
  const response = await fetch(url, {
    headers: { 'x-tablit-token': token },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  }).catch(() => undefined);
  if (!response) throw new FolderSecretsError('`tablit run` does not answer');
  if (!response.ok) throw new FolderSecretsError(`\`tablit run\` answers with ${response.status}`);
  const { files } = ((await response.json().catch(() => undefined)) ?? {}) as { readonly files?: unknown };
  if (!Array.isArray(files) || !files.every((text) => typeof text === 'string')) {
    throw new FolderSecretsError('`tablit run` answers with something else');
  }
  return files;
}
