/** An app that the page around handed over, or asked for, with `embed.js`: does what that page says, and no more. */
import { render } from 'preact';
import type { Site } from '../../share/site.ts';
import { StrangerPage } from '../../ui/panels/stranger.tsx';
import type { ToFrame } from '../../wire/embed.ts';
import type { AppFiles, AppSource } from '../app_source.ts';
import { type OpenApp, open_app } from '../open_app.tsx';
import { as_refusal } from '../opening/not_opened.ts';
import { fit_to_content } from './fit.ts';
import { make_guest } from './guest.ts';
import { type HostLine, host_line, meet_host } from './host.ts';
import { type Leave, leave_of } from './leave.ts';
import { run_to_end } from './run_to_end.ts';
import { make_source_panel } from './source_panel.tsx';
import { check_written, wanted_app } from './wanted.ts';

type Open = Extract<ToFrame, { readonly type: 'open' }>;
type Wish = Exclude<ToFrame, Open>;

interface Session {
  readonly app: OpenApp;
  show_source(shown: boolean): void;
  /** Rejects with what the page around is told. */
  write(path: string, data: ArrayBuffer): Promise<void>;
}

/** The page around: who it is, and what it may do. */
interface Around {
  readonly origin: string;
  readonly leave: Leave;
}

interface Place {
  readonly root: Element;
  readonly site: Site;
  readonly own: AppSource | undefined;
  readonly around: Around;
  readonly line: HostLine;
}

const too_near =
  'The site of this app is on this computer or in this network, and the page around it is farther away: nothing is shown there.';

function check_leave({ leave }: Around, kind: Open['app']['kind']): void {
  if (kind !== 'site' || leave === 'all') return;
  throw new Error(
    'A page of another site may show this app, and not change it: it can hand over files of its own.',
  );
}

/** `nonce`: in this page's address, put there by the page around. */
export async function open_hosted(
  root: Element,
  site: Site,
  own: AppSource | undefined,
  nonce: string,
): Promise<void> {
  const { port, origin } = await meet_host(nonce);
  const line = host_line(port);
  const around = { origin, leave: leave_of(origin, new URL(location.href)) };
  fit_to_content((height) => line.tell({ type: 'height', height }));
  let session: Promise<Session> | undefined;
  line.hear((message) => {
    if (message.type !== 'open') void answer(session, message, line);
    else session ??= begin({ root, site, own, around, line }, message);
  });
}

/** Rejects with the refusal, which the reader then sees, too. */
async function begin(place: Place, open: Open): Promise<Session> {
  const { root, own, around, line } = place;
  try {
    if (around.leave === 'none') throw new Error(too_near);
    if (open.app.kind === 'site' && open.changes.length > 0) check_leave(around, open.app.kind);
    const found = await wanted_app(open.app, open.changes, own);
    line.tell({ type: 'opened', name: found.name });
    return start(place, found, open);
  } catch (error) {
    const { message, hint } = as_refusal(error);
    render(<StrangerPage view={{ kind: 'refused', message, hint }} />, root);
    line.tell({ type: 'failed', message });
    throw new Error(message);
  }
}

function start({ root, site, around, line }: Place, found: AppSource, open: Open): Session {
  let begun: (files: Promise<AppFiles>) => void = () => undefined;
  // The app asks for them when its page is painted, and again when a start is tried anew.
  let files = new Promise<AppFiles>((resolve) => {
    begun = resolve;
  });
  // Where they do not come, the app says so.
  files.catch(() => undefined);
  const source: AppSource = {
    ...found,
    load() {
      files = found.load();
      begun(files);
      return files;
    },
  };
  const alone = open.app.kind === 'site' ? new URL('./', location.href).href : undefined;
  const app = open_app(
    root,
    site,
    source,
    make_guest({ elsewhere: alone, within: around.origin, has_sisters: open.sisters }),
  );
  app.shown.dispatch({ theme: open.theme });
  tell_of(app, line);

  const panel = make_source_panel(root);
  let shown = false;
  const show = async () => {
    const loaded = await files;
    const now = app.runner.files;
    if (shown) await panel.show(now.entrypoint === '' ? loaded : now);
  };
  const show_source = (wanted: boolean) => {
    shown = wanted;
    // Files that did not come are told of by the app.
    if (shown) void show().catch(() => undefined);
    else panel.hide();
  };
  show_source(open.source);
  return {
    app,
    show_source,
    async write(path, data) {
      check_leave(around, open.app.kind);
      check_written(path);
      await app.runner.write([{ path, data: new Blob([data]) }]);
      show_source(shown);
    },
  };
}

/** Tells the page around how the app stands, whenever that changes. */
function tell_of({ store, shown }: OpenApp, line: HostLine): void {
  let kind = 'starting';
  let is_loaded = false;
  const look = () => {
    const { runner } = shown.get();
    // The engine reports its steps once it has all of its files.
    if (!is_loaded && (store.get().boot.length > 0 || runner.kind === 'live')) {
      is_loaded = true;
      line.tell({ type: 'loaded' });
    }
    if (runner.kind === kind) return;
    kind = runner.kind;
    if (runner.kind === 'live') line.tell({ type: 'live' });
    if (runner.kind === 'failed') line.tell({ type: 'failed', message: runner.failure.message });
  };
  store.subscribe(look);
  shown.subscribe(look);
  look();
}

async function answer(session: Promise<Session> | undefined, wish: Wish, line: HostLine): Promise<void> {
  try {
    if (!session) throw new Error('There is no app yet: open comes first.');
    await wishes[wish.type](await session, wish as never);
    if ('id' in wish) line.tell({ type: 'done', id: wish.id });
  } catch (error) {
    const { message } = as_refusal(error);
    if ('id' in wish) line.tell({ type: 'refused', id: wish.id, message });
  }
}

type Of<T extends Wish['type']> = Extract<Wish, { readonly type: T }>;

/** What each wish does; it is answered when that is done. */
const wishes: { readonly [T in Wish['type']]: (session: Session, wish: Of<T>) => void | Promise<void> } = {
  run: ({ app }) => run_to_end(app),
  stop: ({ app }) => app.runner.stop(),
  write: (session, { path, data }) => session.write(path, data),
  theme: ({ app }, { theme }) => app.shown.dispatch({ theme }),
  source: ({ show_source }, { shown }) => show_source(shown),
};
