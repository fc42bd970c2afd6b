/** Opens an app that came with a link, from an address or a file: never silently. */
import { render } from 'preact';
import { project_of_link, ShareError } from '../share/index.ts';
import type { Site } from '../share/site.ts';
import { StrangerPage, type StrangerView } from '../ui/panels/stranger.tsx';
import { type AppSource, project_source } from './app_source.ts';
import { type Fetched, fetch_project } from './fetch_project.ts';
import { open_app } from './open_app.tsx';
import { shown_address } from './opening/app_address.ts';
import { read_left_out } from './opening/left_out_state.ts';
import { as_refusal } from './opening/not_opened.ts';
import { own_signs } from './own_windows/signs.ts';
import { is_trusted, trust } from './trusted.ts';

export interface Address {
  /** The page's fragment. */
  readonly hash: string;
  /** `?app=`. */
  readonly url: string | null;
}

export type Opener = (root: Element, site: Site, source: AppSource) => void;

export async function open_stranger(
  root: Element,
  site: Site,
  address: Address,
  opener: Opener = open_app,
): Promise<void> {
  const show = (view: StrangerView) => render(<StrangerPage view={view} />, root);
  const open = async (passphrase?: string): Promise<void> => {
    show({ kind: 'loading', from: address.url === null ? 'the link' : shown_address(address.url) });
    try {
      await offer(root, site, await fetch_stranger(address, passphrase), opener);
    } catch (error) {
      if (error instanceof ShareError && error.code === 'needs_passphrase') {
        show({ kind: 'locked', onUnlock: (given) => void open(given) });
      } else if (error instanceof ShareError && error.code === 'cannot_open') {
        show({ kind: 'locked', wrong: true, onUnlock: (given) => void open(given) });
      } else show({ kind: 'refused', ...as_refusal(error), onRetry: () => void open() });
    }
  };
  await open();
}

/** Shows what a stranger's app is, and runs it when the reader says so, now or at an earlier visit. */
export async function offer(
  root: Element,
  site: Site,
  fetched: Fetched,
  opener: Opener = open_app,
): Promise<void> {
  const { name, project, left_out = [] } = fetched;
  const source = await project_source(fetched);
  const start = () => {
    render(null, root);
    opener(root, site, source);
  };
  if (await is_trusted(source.identity)) {
    start();
    return;
  }
  const files = [...project.files].map(([path, bytes]) => ({ path, size: bytes.length }));
  const script = new TextDecoder().decode(project.files.get(project.entrypoint));
  const run = () => {
    void trust(source.identity);
    start();
  };
  const view: StrangerView = {
    kind: 'offer',
    name,
    files,
    left_out,
    entrypoint: project.entrypoint,
    script,
    signs: own_signs(),
    onRun: run,
  };
  render(<StrangerPage view={view} />, root);
}

async function fetch_stranger({ hash, url }: Address, passphrase: string | undefined): Promise<Fetched> {
  if (url !== null) return fetch_project(url, location.href);
  const project = await project_of_link(hash, passphrase === undefined ? {} : { passphrase });
  return { name: project.entrypoint, project, left_out: read_left_out(history.state) };
}
