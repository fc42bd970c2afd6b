/** What of the page's address is the app's: everything after the `?` but the page's own parameters. */

/** A script can set neither: they say which app the page shows, and how. */
const OWN: ReadonlySet<string> = new Set(['app', 'embed', 'embed_options']);

function is_own([name, value]: readonly [string, string]): boolean {
  return OWN.has(name.toLowerCase()) || (name === 'open' && value === 'file');
}

/** What `st.query_params` begins with, without the `?`. It is told of embedding, which its names hide. */
export function app_query(search: string): string {
  const params = [...new URLSearchParams(search)];
  const page_only = (pair: readonly [string, string]) =>
    is_own(pair) && !pair[0].toLowerCase().startsWith('embed');
  return new URLSearchParams(params.filter((pair) => !page_only(pair))).toString();
}

/** The page's address with another query of the app: the page's own parameters stay as they are. */
export function with_app_query(search: string, query: string): string {
  const own = [...new URLSearchParams(search)].filter(is_own);
  const apps = [...new URLSearchParams(query)].filter((pair) => !is_own(pair));
  const text = new URLSearchParams([...own, ...apps]).toString();
  return text === '' ? '' : `?${text}`;
}

export interface PageQuery {
  /** What `st.query_params` begins with. */
  read(): string;
  /** Puts the app's query into the address: a new step of the history for each run that changes it. */
  write(query: string, run: number): void;
}

/** `changed` hears of the query when the reader goes back or forth to another one. */
export function page_query(changed: (query: string) => void, scope: Window = window): PageQuery {
  let last_run: number | undefined;
  let known = app_query(scope.location.search);
  scope.addEventListener('popstate', () => {
    const now = app_query(scope.location.search);
    // A step to another place of the same page changes the fragment alone.
    if (now === known) return;
    known = now;
    changed(now);
  });
  return {
    read: () => app_query(scope.location.search),
    write(query, run) {
      const { search, pathname, hash } = scope.location;
      const next = with_app_query(search, query);
      known = app_query(next);
      if (next === with_app_query(search, app_query(search))) return;
      try {
        const how = run === last_run ? 'replaceState' : 'pushState';
        scope.history[how](null, '', `${pathname}${next}${hash}`);
        last_run = run;
      } catch (error) {
        // Too many in a short time, too long, or a page from the disk: the app goes on with what it has.
        console.warn(`Tablit: the address does not show the app's query parameters. ${String(error)}`);
      }
    },
  };
}
