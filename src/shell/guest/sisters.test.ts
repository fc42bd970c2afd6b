import { expect, it } from 'vitest';
import type { SiteFile } from '../../share/site.ts';
import { shared_fetcher } from './sisters.ts';

/** As a `BroadcastChannel`, which in Node takes no Blob; the browsers' own is in `e2e/engines/embed.test.ts`. */
class Channel extends EventTarget {
  readonly #all: Set<Channel>;

  constructor(all: Set<Channel>) {
    super();
    this.#all = all;
    all.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of this.#all) {
      if (other !== this) setTimeout(() => other.dispatchEvent(new MessageEvent('message', { data })));
    }
  }

  close(): void {
    this.#all.delete(this);
  }
}

const file = (sha256: string): SiteFile => ({ name: sha256, file: `engine/${sha256}`, size: 1, sha256 });
/** Frames of one site, and what they fetched. */
function page() {
  const all = new Set<Channel>();
  const fetched: string[] = [];
  const channel = () => new Channel(all);
  const open = (has_sisters: boolean, patience = 10_000) => {
    const fetcher = async ({ sha256 }: SiteFile) => {
      fetched.push(sha256);
      return new Blob([sha256], { type: 'text/plain' });
    };
    const own = channel();
    return { own, load: shared_fetcher({ fetcher, channel: own, has_sisters, patience }) };
  };
  return { fetched, open, channel };
}

it('takes what a sister has, and has it for the next when that one is gone', async () => {
  const { fetched, open } = page();
  const first = open(false);
  await first.load(file('a'));
  const second = open(true);
  expect(await (await second.load(file('a'))).text()).toBe('a');
  first.own.close();
  expect(await (await open(true).load(file('a'))).text()).toBe('a');
  expect(fetched).toEqual(['a']);
});

it('fetches what no sister has, and asks nobody when there is none', async () => {
  const { fetched, open, channel } = page();
  const heard: unknown[] = [];
  channel().addEventListener('message', (event) => heard.push((event as MessageEvent).data));
  await open(false).load(file('a'));
  await open(true, 20).load(file('b'));
  expect(fetched).toEqual(['a', 'b']);
  expect(heard).toEqual([{ kind: 'ask', sha256: 'b' }]);
});

it('takes nothing that is not as agreed, or cut short', async () => {
  const { fetched, open, channel } = page();
  const other = channel();
  other.addEventListener('message', () => {
    other.postMessage(null);
    other.postMessage({ kind: 'answer', sha256: 'a', blob: 'text' });
    other.postMessage({ kind: 'answer', sha256: 'other', blob: new Blob(['other']) });
    other.postMessage({ kind: 'answer', sha256: 'a', blob: new Blob([]) });
  });
  expect(await (await open(true, 100).load(file('a'))).text()).toBe('a');
  expect(fetched).toEqual(['a']);
});
