/** The whole page around an app: header, sidebar, main and bottom, console and dialogs. */
import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { roots } from '../../wire/down.ts';
import { lazy, useLazy } from '../parts/lazy.ts';
import { ServicesContext } from '../parts/services.ts';
import { useShortcut } from '../parts/shortcut.ts';
import { type StaticFiles, StaticFilesContext } from '../parts/static_files.ts';
import { is_of_before } from '../store/page.ts';
import { useSelect } from '../store/store.ts';
import { useTheme } from '../theme/apply.ts';
import type { ThemeChoice } from '../theme/choice.ts';
import { type Embed, not_embedded } from '../theme/embed.ts';
import type { ThemeOptions } from '../theme/theme.ts';
import { type Page, PageContext } from '../view/context.ts';
import { BootScreen } from './boot_screen.tsx';
import type { BootView } from './boot_view.ts';
import { ConsoleToggle } from './console_toggle.tsx';
import type { Controls } from './controls.ts';
import { useDocumentHead } from './document_head.ts';
import { FailureScreen } from './failure_screen.tsx';
import type { Failure } from './failure_view.ts';
import { Header } from './header.tsx';
import { useEscape } from './hooks.ts';
import { useKeptFocus } from './kept_focus.ts';
import { Main } from './main.tsx';
import { MainMenu } from './main_menu.tsx';
import { type MenuAction, type MenuPanel, menu_entries, type ToolbarMode } from './menu_entries.ts';
import { useFilled } from './root.tsx';
import { connection_state, script_state } from './script_state.ts';
import { ExpandSidebarButton, Sidebar } from './sidebar.tsx';
import { AppSkeleton } from './skeleton.tsx';
import { useSlowRun } from './slow_run.ts';
import { StatusWidget } from './status_widget.tsx';
import { useSidebar } from './use_sidebar.ts';
import '../theme/theme.css';
import './app.css';

const windows = lazy(() => import('./windows.ts'));

/** Fetches the windows of the page. */
export async function preload_windows(): Promise<void> {
  await windows.load();
}

export interface AppProps {
  readonly page: Page;
  readonly controls: Controls;
  /** What the page is called until the script says otherwise. */
  readonly app_name: string;
  /** The reader's choice. */
  readonly theme?: ThemeChoice;
  /** The app's `theme.*` options, flattened as in `config.toml`; others may be among them. */
  readonly theme_options?: ThemeOptions;
  readonly embed?: Embed;
  readonly toolbar_mode?: ToolbarMode;
  /** How far the start is; absent once Python is there. */
  readonly boot?: BootView | undefined;
  /** Why the app does not run, when it cannot. */
  readonly failure?: Failure | undefined;
  /** Where the page that lists all apps is, when there is one. */
  readonly home?: string | undefined;
  /** The app's folder `static`, where it serves it. */
  readonly static_files?: StaticFiles | undefined;
  /** Whether a script of the app that is saved is run. */
  readonly watched?: boolean;
  /** Panels of the shell that the main menu opens. */
  readonly panels?: readonly MenuPanel[];
}

export function App(props: AppProps): JSX.Element {
  return (
    <PageContext.Provider value={props.page}>
      <ServicesContext.Provider value={props.page.services}>
        <StaticFilesContext.Provider value={props.static_files}>
          <Frame {...props} />
        </StaticFilesContext.Provider>
      </ServicesContext.Provider>
    </PageContext.Provider>
  );
}

/** The address stays as it is: its fragment may be the app itself. */
function skip_to_content(event: Event): void {
  event.preventDefault();
  document.getElementById('stMain')?.focus();
}

type Window = 'clear_caches' | 'about' | undefined;

function Frame(props: AppProps): JSX.Element {
  const { page, controls, app_name, embed = not_embedded, boot, failure, home, panels = [] } = props;
  const { theme = 'system', theme_options, toolbar_mode = 'auto' } = props;
  const { store } = page;
  const run = useSelect(store, (state) => state.run);
  const config = useSelect(store, (state) => state.config);
  const of_before = useSelect(store, is_of_before);
  const compile_error = useSelect(store, (state) => state.compile_error);
  const [shown, show] = useState<Window>();
  const [console_open, set_console_open] = useState(false);
  const { sidebar: sidebar_properties } = useTheme(theme, theme_options);
  const sidebar = useSidebar(config.initial_sidebar_state);

  const views = useLazy(console_open || shown || compile_error ? windows : undefined);

  const has_sidebar = useFilled(roots.sidebar);
  const has_bottom = useFilled(roots.bottom);
  const has_main = useFilled(roots.main);
  const empty = !has_main && !has_sidebar && !has_bottom;
  const starting = (boot !== undefined || of_before) && failure === undefined;
  const busy = !empty && (starting || failure !== undefined);
  const entries = menu_entries({ items: config.menu_items, home, mode: toolbar_mode, panels });

  useSlowRun(page);
  useKeptFocus(busy);
  useDocumentHead(config.page_title ?? app_name, config.page_icon);
  useShortcut(shown ? undefined : 'r', controls.rerun);
  useShortcut(shown ? undefined : 'c', () => show('clear_caches'));
  useEscape(
    sidebar.narrow && has_sidebar && sidebar.view.expanded,
    useCallback(() => sidebar.toggle(false), [sidebar.toggle]),
  );

  const act = (action: MenuAction) => {
    if (action === 'rerun') controls.rerun();
    else if (action === 'print') window.print();
    else if (action === 'console') set_console_open(true);
    else show(action);
  };
  const close = () => show(undefined);

  const notice = failure ? (
    <FailureScreen failure={failure} controls={controls} over={!empty} />
  ) : !empty || embed.hide_loading_screen ? null : boot ? (
    <BootScreen app_name={app_name} boot={boot} />
  ) : run.kind === 'finished' ? null : (
    <AppSkeleton />
  );

  return (
    <div
      class="stApp"
      data-testid="stApp"
      data-test-script-state={script_state(run)}
      data-test-connection-state={connection_state(starting, failure !== undefined)}
      data-embed={embed.embedded}
      data-toolbar={embed.show_toolbar}
      data-padding={embed.show_padding}
      data-scroll={!embed.disable_scrolling}
    >
      {embed.show_colored_line && <div class="stAppColoredLine" data-testid="stDecoration" />}
      <div
        class="stAppViewContainer appview-container"
        data-testid="stAppViewContainer"
        data-layout={config.layout === 'wide' ? 'wide' : 'narrow'}
        data-test-scroll-behavior={has_bottom ? 'scroll-to-bottom' : 'normal'}
      >
        {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page, and must leave the address alone. */}
        <a href="#stMain" class="stSkipToContent" data-testid="stSkipToContent" onClick={skip_to_content}>
          Skip to main content
        </a>
        {has_sidebar && (
          <Sidebar
            view={sidebar.view}
            narrow={sidebar.narrow}
            properties={sidebar_properties}
            busy={busy}
            onCollapse={() => sidebar.toggle(false)}
            onResize={sidebar.resize}
          />
        )}
        <div class="stAppColumn" inert={has_sidebar && sidebar.narrow && sidebar.view.expanded}>
          <Main
            busy={busy}
            notice={notice}
            header={
              <Header
                start={
                  has_sidebar && !sidebar.view.expanded ? (
                    <ExpandSidebarButton onExpand={() => sidebar.toggle(true)} />
                  ) : null
                }
              >
                <StatusWidget
                  running={run.kind === 'running'}
                  stopping={run.kind === 'running' && run.stopping}
                  starting={starting && !empty}
                  onStop={controls.stop}
                />
                {embed.show_toolbar && (
                  <ConsoleToggle page={page} open={console_open} onOpen={() => set_console_open(true)} />
                )}
                {embed.show_toolbar && entries.length > 0 && (
                  <MainMenu entries={entries} theme={theme} onAction={act} onTheme={controls.set_theme} />
                )}
              </Header>
            }
          />
          {views && console_open && (
            <views.ConsoleDrawer page={page} onClose={() => set_console_open(false)} />
          )}
        </div>
      </div>
      {views && shown === 'clear_caches' && (
        <views.ClearCacheDialog onConfirm={controls.clear_caches} onClose={close} />
      )}
      {views && shown === 'about' && (
        <views.AboutDialog
          app_name={app_name}
          text={config.menu_items?.['About'] ?? undefined}
          onClose={close}
        />
      )}
      {views && compile_error && (
        <views.CompileErrorDialog
          error={compile_error}
          watched={props.watched ?? false}
          onClose={() => store.dispatch({ type: 'error_closed' })}
        />
      )}
    </div>
  );
}
