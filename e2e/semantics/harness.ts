/**
 * An app without a browser: the page's state, the runtime and the real interpreter in one process, joined by the same
 * messages. Node has no JSPI, so events wait for the end of the run, as in browsers without it.
 */
import { loadPyodide } from 'pyodide';
import { type Message, read_message } from '../../src/ui/port.ts';
import { cleared } from '../../src/ui/store/forms.ts';
import { fresh_page, type PageState, reduce, value_in } from '../../src/ui/store/page.ts';
import type { TreeNode } from '../../src/ui/store/tree.ts';
import type { AppRequest } from '../../src/wire/api.ts';
import type { Down } from '../../src/wire/down.ts';
import type { Element, ElementType } from '../../src/wire/elements/index.ts';
import { bind_python, type PythonBinding } from '../../src/worker/python/binding.ts';
import type { Pyodide } from '../../src/worker/python/engine/handle.ts';
import { mount_package } from '../../src/worker/python/engine/python.ts';
import type { PythonCache } from '../../src/worker/python/kept_cache.ts';
import { Session } from '../../src/worker/runtime/session.ts';
import { zip_python } from '../../tools/engine/python_zip.ts';

let engine: Promise<Pyodide> | undefined;

/** One interpreter per test file; each app gets a session and a folder of its own. */
function interpreter(): Promise<Pyodide> {
  engine ??= (async () => {
    const pyodide = (await loadPyodide()) as unknown as Pyodide;
    mount_package(pyodide, await zip_python());
    return pyodide;
  })();
  return engine;
}

export interface AppOptions {
  /** Further files by path, beside `app.py`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly config?: AppRequest['config'];
  /** What the page keeps of caches. */
  readonly disk?: PythonCache;
}

/** Opens `app.py` with this source and waits for its first run. */
export async function open_app(source: string, options: AppOptions = {}): Promise<App> {
  const pyodide = await interpreter();
  pyodide.runPython(
    'import streamlit._run as r; r.reset(); from streamlit.runtime import caching; caching.connect_disk(None); caching.clear()',
  );
  const app = new App(pyodide, options);
  app.write('app.py', source);
  for (const [path, text] of Object.entries(options.files ?? {})) app.write(path, text);
  await app.start();
  return app;
}

export class App {
  state: PageState = fresh_page;
  /** Every message of the worker, as the page read it. */
  readonly messages: Message[] = [];
  readonly #pyodide: Pyodide;
  readonly #session: Session;
  readonly #binding: PythonBinding;
  #time = 0;

  constructor(pyodide: Pyodide, { config = {}, disk }: AppOptions = {}) {
    this.#pyodide = pyodide;
    this.#session = new Session({
      post: (message: Down) => this.#receive(message),
      now: () => ++this.#time,
      breathe: async () => {},
      later: () => {},
    });
    this.#binding = bind_python(
      pyodide,
      this.#session,
      { jspi: false },
      { entrypoint: 'app.py', magic: true, ...(disk ? { disk } : {}) },
    );
    this.#binding.set_config(config);
    this.#session.connect(this.#binding);
  }

  #receive(message: Down): void {
    // Through text, as a port would: what cannot be cloned must not pass here either.
    const read = read_message(structuredClone(message));
    this.messages.push(read);
    this.state = reduce(this.state, read);
  }

  write(path: string, text: string): void {
    const folder = `/app/${path}`.slice(0, `/app/${path}`.lastIndexOf('/'));
    this.#pyodide.FS.mkdirTree(folder);
    this.#pyodide.FS.writeFile(`/app/${path}`, text);
    this.#binding.changed(path);
  }

  start(): Promise<void> {
    this.#session.open();
    return this.settled();
  }

  rerun(): Promise<void> {
    this.#session.rerun();
    return this.settled();
  }

  /** Resolves when no run is under way or waiting. */
  async settled(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 0));
    while (this.state.run.kind === 'running' || this.#following());
  }

  #following(): boolean {
    return this.state.run.kind === 'finished' && this.state.run.outcome === 'rerun';
  }

  /** Sends a value as the page would, without waiting. */
  send(label: string, value: unknown): void {
    this.send_to(this.widget(label).id, value);
  }

  /** What the page does when a widget commits a value. */
  send_to(id: string, value: unknown): void {
    const { type, form_id: form, on_change } = this.#element(id);
    const quiet = on_change === 'ignore';
    const submits = type === 'form_submit_button';
    const waits = !submits && (quiet || form !== undefined) ? { form } : undefined;
    this.state = reduce(this.state, { type: 'set_value', id, value, waits });
    this.#session.receive({ type: 'widget', id, value, quiet });
    if (!waits) this.state = reduce(this.state, { type: 'sent', form });
  }

  /** What the page does after a submit of a form with `clear_on_submit`. */
  clear(form_id: string): void {
    for (const { id, value } of cleared(this.state, form_id)) this.send_to(id, value);
  }

  #element(id: string): { type?: string; form_id?: string; on_change?: string } {
    return this.elements().find((element) => 'id' in element && element.id === id) ?? {};
  }

  async set(label: string, value: unknown): Promise<void> {
    this.send(label, value);
    await this.settled();
  }

  click(label: string): Promise<void> {
    return this.set(label, true);
  }

  get dropped(): number {
    return this.#session.dropped;
  }

  /** All elements in reading order: main, sidebar, event, bottom. */
  elements(): readonly Element[] {
    const found: Element[] = [];
    const visit = (node: TreeNode): void => {
      if (node.element?.type === 'bad_element') throw new Error(node.element.message);
      if (node.element) found.push(node.element);
      if (node.kind === 'block') for (const child of node.children) visit(child);
    };
    for (const root of this.state.tree.roots) visit(root);
    return found;
  }

  all<T extends ElementType>(type: T): Extract<Element, { readonly type: T }>[] {
    return this.elements().filter(
      (element): element is Extract<Element, { readonly type: T }> => element.type === type,
    );
  }

  /** The bodies of all `st.text`. */
  texts(): string[] {
    return this.all('text').map(({ body }) => body);
  }

  widget(label: string): Extract<Element, { readonly id: string; readonly label: string }> {
    const found = this.elements().find(
      (element) => 'id' in element && 'label' in element && element.label === label,
    );
    if (!found) throw new Error(`There is no widget labelled ${label}.`);
    return found as Extract<Element, { readonly id: string; readonly label: string }>;
  }

  /** What the page shows as the widget's value. */
  shown(label: string): unknown {
    const widget = this.widget(label);
    return value_in(this.state, widget.id, (widget as { readonly default?: unknown }).default);
  }

  /** Types and messages of the exceptions on the page. */
  exceptions(): string[] {
    return this.all('exception').map((error) => `${error.exception_type}: ${error.message}`);
  }

  get outcome(): string | undefined {
    return this.state.run.kind === 'finished' ? this.state.run.outcome : undefined;
  }

  get runs(): number {
    return this.messages.filter(({ type }) => type === 'run_started').length;
  }
}
