/** Opens one app in this page: joins its files, the engine, the runner and what the reader sees. */
import { render } from 'preact';
import type { Site } from '../share/site.ts';
import { App } from '../ui/chrome/app.tsx';
import type { Controls } from '../ui/chrome/controls.ts';
import { type MenuPanel, toolbar_mode_of } from '../ui/chrome/menu_entries.ts';
import type { GuestQuestion } from '../ui/panels/permissions_view.ts';
import { lazy } from '../ui/parts/lazy.ts';
import { preload_markdown } from '../ui/parts/markdown.tsx';
import { fresh_page, reduce } from '../ui/store/page.ts';
import { create_store, type Store, useSelect } from '../ui/store/store.ts';
import { read_embed } from '../ui/theme/embed.ts';
import type { Page } from '../ui/view/context.ts';
import { app_cache } from './app_cache.ts';
import { app_network } from './app_network.ts';
import type { AppSource } from './app_source.ts';
import { boot_view, type Downloads, with_progress } from './boot_progress.ts';
import { create_placeholders } from './broker/placeholders.ts';
import type { Config } from './config.ts';
import { load_engine, load_ordinary } from './engine.ts';
import { as_failure } from './failures.ts';
import { type Fetcher, fetch_file, type Progress } from './files.ts';
import { paint_first } from './first_paint.ts';
import { choose_files } from './opening/arrivals.ts';
import { Runner, type RunnerOptions, type RunnerState } from './runner.ts';
import { type SecretsSession, secrets_session } from './secrets/session.ts';
import { type SignIn, sign_in_session } from './sign_in/session.ts';
import type { ServedFiles } from './static_files.ts';
import { store_theme, stored_theme } from './theme_choice.ts';

export interface Shown {
  readonly runner: RunnerState;
  /** Of the app; until it is live, of the page that was painted before. */
  readonly config: Config;
  readonly downloads: Downloads;
  readonly theme: ReturnType<typeof stored_theme>;
  /** Says whether the app starts without a network. */
  readonly offline: readonly MenuPanel[];
  readonly static_files?: ServedFiles;
}

/** What takes the place of the reader's own where the page is shown inside another one (`guest/`). */
export interface Guest {
  readonly secrets: SecretsSession;
  readonly sign_in: SignIn;
  readonly question: GuestQuestion;
  readonly fetcher: Fetcher;
}

export interface OpenApp {
  readonly store: RunnerOptions['store'];
  readonly shown: Store<Shown, Partial<Shown>>;
  readonly runner: Runner;
}

export function open_app(root: Element, site: Site, app: AppSource, guest?: Guest): OpenApp {
  const embed = read_embed(location.search);
  const fetcher = guest?.fetcher ?? fetch_file;
  const packages = new Set(site.packages.map(({ name, version }) => `${name} ${version}`));
  const store = create_store(reduce, fresh_page);
  const shown = create_store<Shown, Partial<Shown>>((state, change) => ({ ...state, ...change }), {
    runner: { kind: 'starting' },
    config: {},
    downloads: new Map(),
    theme: embed.theme ?? stored_theme(),
    offline: [],
  });
  const report = (progress: Progress) =>
    shown.dispatch({ downloads: with_progress(shown.get().downloads, progress) });
  const placeholders = create_placeholders();
  let is_private = false;
  const disclosed = () => {
    if (is_private) return;
    is_private = true;
    void import('./remember.ts').then(({ remember_page }) => remember_page(app.identity, undefined));
  };
  const secrets =
    guest?.secrets ??
    secrets_session(
      {
        app,
        seal: placeholders.of,
        disclosed,
        taker: {
          async set_secrets(next) {
            // The vault may just have been opened, and have kept who is signed in.
            await runner.set_user(await sign_in.current());
            await runner.set_secrets(next);
          },
          rerun: () => runner.rerun(),
          async begin_anew() {
            await cache.drop_entries({});
            await from_scratch();
          },
        },
      },
      () => runner.end(),
    );
  const session = app.keep_state
    ? import('./state_session.ts').then(({ state_session }) =>
        state_session({
          identity: app.identity,
          store,
          config: () => shown.get().config,
          is_private: () => is_private,
        }),
      )
    : undefined;
  const from_scratch = async () => {
    (await session)?.forget();
    store.dispatch({ type: 'session_began' });
    await runner.begin_anew();
  };
  const sign_in: SignIn =
    guest?.sign_in ??
    sign_in_session({
      app,
      secrets,
      seal: placeholders.of,
      disclosed,
      begin_anew: from_scratch,
    });
  const files = () => runner.files;
  const say = (text: string) => store.dispatch({ type: 'console', stream: 'stderr', text: `${text}\n` });
  const cache = app_cache({ app, files, say });
  const { source } = sign_in;
  const network = app_network({ app, files, placeholders, source, cache, guest: guest?.question, say });
  const runner: Runner = new Runner({
    store,
    load: () => ({
      program: fetcher(site.worker),
      engine: load_engine(site, fetcher, report),
      ordinary: (request) => load_ordinary(site, request, fetcher),
      app: app.load(),
    }),
    query_string: async () => (location.search === '' ? '' : (await address.load()).read()),
    query_changed(query) {
      const { run } = store.get();
      void address.load().then((known) => known.write(query, 'run' in run ? run.run : 0));
    },
    secrets: secrets.current,
    secrets_wanted: secrets.wanted,
    user: sign_in.current,
    uploads: () => services.now()?.uploads(store.get()) ?? [],
    cache: cache.entries,
    state: {
      keep: app.keep_state === true,
      saved: async () => (await session?.catch(() => undefined))?.saved(),
      told: (text) => void session?.then(({ keep }) => keep(text)),
    },
    sign_in(provider) {
      // Who comes back may be somebody else.
      void session?.then(({ forget }) => forget());
      sign_in.login(provider);
    },
    sign_out: sign_in.logout,
    offer: network.offer,
    changed(runner) {
      shown.dispatch(runner.kind === 'live' ? { runner, config: runner.config } : { runner });
      if (runner.kind === 'live') void show_static();
    },
  });
  const show_static = async () => {
    if (shown.get().config['server.enableStaticServing'] !== true) return;
    const { serve_static } = await import('./static_files.ts');
    shown.get().static_files?.close();
    shown.dispatch({ static_files: serve_static(runner.files) });
  };
  const address = lazy(async () => {
    const { page_query } = await import('./page_query.ts');
    return page_query((query) => runner.set_query(query));
  });
  const services = lazy(async () => {
    const { app_services } = await import('./app_services.ts');
    const { subscribe } = shown;
    return app_services({ app, network, page, worker: () => runner.api, subscribe });
  });
  const page: Page = {
    store,
    services,
    commit(change) {
      const { id, value, quiet, form, submits } = change;
      const waits = !submits && (quiet || form !== undefined) ? { form } : undefined;
      store.dispatch({ type: 'set_value', id, value, waits });
      runner.send(id, value, quiet);
      if (!waits) store.dispatch({ type: 'sent', form });
    },
  };
  const controls: Controls = {
    rerun: () => void runner.rerun(),
    stop: () => void runner.stop(),
    restart: () => void runner.restart(),
    clear_caches() {
      void runner.clear_caches();
      void cache.drop_entries({});
    },
    retry: () => void runner.start(),
    set_theme(theme) {
      store_theme(theme);
      shown.dispatch({ theme });
    },
  };

  function Root() {
    const { runner: state, config, downloads, theme, offline, static_files } = useSelect(shown, (all) => all);
    const steps = useSelect(store, ({ boot }) => boot);
    // A worker that takes over does so behind what is shown.
    const blank = useSelect(store, ({ tree }) => tree === fresh_page.tree);
    return (
      <App
        page={page}
        controls={controls}
        app_name={app.name}
        theme={theme}
        embed={embed}
        boot={state.kind === 'starting' && blank ? boot_view(downloads, packages, steps) : undefined}
        failure={state.kind === 'failed' ? as_failure(state.failure) : undefined}
        {...config_props(config)}
        home={site.gallery ? './' : undefined}
        static_files={static_files}
        watched={app.watch !== undefined}
        panels={[
          ...(session ? [{ label: 'Rerun from scratch', onOpen: () => void from_scratch() }] : []),
          { label: 'Share', onOpen: () => void open_share(runner) },
          ...(guest ? [] : [{ label: 'Open a file', onOpen: choose_files }]),
          network.panel,
          ...secrets.panels,
          ...offline,
        ]}
      />
    );
  }

  // Before the engine's files: the page of before may wait for it, and they keep the browser busy.
  void preload_markdown();
  const painted = paint_first(store, app, {
    painted: (config) => shown.dispatch({ config }),
    config: () => shown.get().config,
    is_private: () => is_private,
    session,
  });
  render(<Root />, root);
  if (!app.own && !guest) {
    void import('./stranger_controls.tsx').then(({ show_stranger_controls }) =>
      show_stranger_controls(app.name, [network.panel, ...secrets.panels]),
    );
  }
  // Its files keep the browser and the line busy: what is painted meanwhile comes first.
  void painted.then(() => runner.start());
  if (!guest)
    void when_live(shown).then(async () => {
      const { keep_offline } = await import('./offline.tsx');
      keep_offline(site.offline, (panel) => shown.dispatch({ offline: [panel] }));
    });
  app.watch?.({
    changed: (changes) => void runner.update(changes).then(network.changed).then(show_static),
    secrets_changed: secrets.folder_changed,
  });
  return { store, shown, runner };
}

/** Resolves when the app is live and the browser has a moment: nothing here is to slow a start down. */
function when_live(shown: Store<Shown, Partial<Shown>>): Promise<void> {
  return new Promise((resolve) => {
    const stop = shown.subscribe(() => {
      if (shown.get().runner.kind !== 'live') return;
      stop();
      setTimeout(resolve, 1_000);
    });
  });
}

/** What the app's configuration says of the page around it. */
function config_props(config: Config) {
  return { theme_options: config, toolbar_mode: toolbar_mode_of(config['client.toolbarMode']) };
}

/** The share dialog and the packer are fetched when somebody shares. */
async function open_share(runner: Runner): Promise<void> {
  const { show_share } = await import('./share_app.tsx');
  show_share(runner.files);
}
