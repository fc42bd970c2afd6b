/** Secrets from a session that is opened when the first one is read. */
import type { SecretSource } from '../broker/sealed.ts';
import { failed } from './failed.ts';

export function source_of(open: () => Promise<SecretSource>): SecretSource {
  let last: SecretSource | undefined;
  return {
    changes: () => last?.changes() ?? 0,
    async read(name, purpose) {
      try {
        last = await open();
      } catch (error) {
        return failed(error);
      }
      return last.read(name, purpose);
    },
  };
}
