/** The page's program: reads what the site holds, fetches it, and shows the app. */
import { render } from 'preact';
import { fresh_page, reduce } from '../ui/store/page.ts';
import { create_store, useSelect } from '../ui/store/store.ts';
import { type Page, PageContext } from '../ui/view/context.ts';
import { Children } from '../ui/view/node.tsx';
import { load_app, watch_live } from './app_source.ts';
import { load_engine } from './engine.ts';
import { fetch_file } from './files.ts';
import { Runner } from './runner.ts';
import { read_site } from './site.ts';

const site = read_site();
const store = create_store(reduce, fresh_page);
const page: Page = {
  store,
  commit(id, value, quiet) {
    store.dispatch({ type: 'set_value', id, value });
    if (!quiet) runner.send(id, value);
  },
};
const app = site.app ?? {
  kind: 'archive' as const,
  name: 'app',
  url: new URLSearchParams(location.search).get('app') ?? '',
};
const runner = new Runner({
  page,
  program: fetch_file(site.worker),
  engine: load_engine(site, fetch_file, () => {}),
  app: load_app(app),
  config: {},
  query_string: location.search,
  changed: (state) => console.log(state),
});
if (app.kind === 'live') watch_live(app.url, (changes) => void runner.update(changes));

function Root() {
  const main = useSelect(store, ({ tree }) => tree.roots[0]);
  const run = useSelect(store, ({ run }) => run.kind);
  return (
    <PageContext.Provider value={page}>
      <div
        data-testid="stApp"
        data-test-script-state={run === 'running' ? 'running' : run === 'finished' ? 'notRunning' : 'initial'}
      >
        {main && <Children node={main} />}
      </div>
    </PageContext.Provider>
  );
}
const root = document.getElementById('root');
if (root) render(<Root />, root);
void runner.start();
