/** Other records of an app in the vault, beside its secrets: for what is the reader's and not the script's. */
import type { Records } from '../sign_in/keeping.ts';
import type { Opened } from './opened.ts';
import { vault_app } from './vault_app.ts';

/** `open` gives undefined where there is no vault. */
export function vault_records(open: () => Promise<Opened | undefined>): Records {
  const usable = async () => {
    const opened = await open().catch(() => undefined);
    if (opened?.vault.state().kind !== 'open') return undefined;
    return { vault: opened.vault, app: await vault_app(opened.app.identity) };
  };
  return {
    async read(name) {
      try {
        const found = await usable();
        return await found?.vault.getText(found.app, name);
      } catch {
        return undefined;
      }
    },
    async write(name, text) {
      try {
        const found = await usable();
        if (!found) return false;
        if (text === undefined) await found.vault.delete(found.app, name);
        else await found.vault.setText(found.app, name, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
