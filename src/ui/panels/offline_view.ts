/** Whether an app starts without a network, and what is said of it: a table by state. */
import { byte_share, byte_size } from '../../wire/byte_size.ts';

export type OfflineState =
  /** The browser keeps nothing for this page, or has no service workers for it. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unsupported' }
  /** Bytes. */
  | { readonly kind: 'storing'; readonly done: number; readonly total: number }
  | { readonly kind: 'available' }
  /** A newer version is stored; this page is still of the one that it began with. */
  | { readonly kind: 'update_ready' }
  | {
      readonly kind: 'failed';
      readonly reason: 'quota' | 'network' | 'changed' | 'refused';
      readonly done: number;
      readonly total: number;
    };

export interface OfflineWords {
  /** In the menu. */
  readonly label: string;
  readonly text: string;
  /** Said on the page when it becomes so; undefined: only in the menu. */
  readonly notice?: string;
  /** The notice goes by itself. */
  readonly brief?: true;
  readonly reload?: true;
}

type Words<K extends OfflineState['kind']> = (
  state: Extract<OfflineState, { readonly kind: K }>,
) => OfflineWords;

const by_kind: { readonly [K in OfflineState['kind']]: Words<K> } = {
  blocked: () => ({
    label: 'Nothing is kept',
    notice: 'This browser keeps nothing for this page.',
    text: 'The app runs. When the page is closed your theme, permissions, secrets and the copy for offline use are forgotten. Allow this site to store data to keep them.',
  }),
  unsupported: () => ({
    label: 'Not available offline',
    text: 'The app runs. To start again it needs the network: this browser stores pages only for addresses that begin with https://.',
  }),
  storing: ({ done, total }) => ({
    label: `Storing for offline use: ${percent(done, total)}`,
    text: `${byte_share(done, total)} are stored in this browser. When all is, the app starts without a network.`,
  }),
  available: () => ({
    label: 'Available offline',
    notice: 'Available offline',
    brief: true,
    text: 'All of this app is stored in this browser. It starts without a network.',
  }),
  update_ready: () => ({
    label: 'Update ready',
    notice: 'Update ready',
    reload: true,
    text: 'A newer version is stored in this browser. Reload to use it; until then this page stays as it is.',
  }),
  failed: ({ reason, done, total }) => ({
    label: 'Not available offline',
    notice: 'Not available offline yet',
    text: `The app runs. ${reasons[reason](byte_size(done), byte_size(total))}`,
  }),
};

const reasons = {
  quota: (_done: string, total: string) =>
    `This browser has no room for the ${total} that it needs to start without a network.`,
  network: (done: string, total: string) =>
    `${done} of ${total} are stored in this browser; the next visit goes on from there.`,
  changed: (done: string, total: string) =>
    `${done} of ${total} are stored in this browser. The rest is not what this version consists of: the site is being updated, or its host changes files on the way. The next visit tries again.`,
  refused: () =>
    'To start again it needs the network: this browser, or the host of this site, does not let it be stored.',
} as const;

export function offline_words(state: OfflineState): OfflineWords {
  return (by_kind[state.kind] as (state: OfflineState) => OfflineWords)(state);
}

function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((100 * done) / total) : 0}%`;
}
