/** Keeps no grant: for a page inside another one, where what is allowed ends with the page. */
import type { GrantStore } from './grant_store.ts';

export const no_grant_store: GrantStore = {
  read: async () => undefined,
  before: async () => undefined,
  update: async () => undefined,
  remove_app: async () => undefined,
  clear: async () => undefined,
  watch: () => () => undefined,
};
