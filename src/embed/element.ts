/**
 * `<tablit-app>`: an app where it stands. `src` names a script, a zip or a `.tablit` file; without it the source stands
 * inside, in `<script type="text/x-python">`; without either it is the app of the site that `embed.js` comes from.
 */
import type { EmbedApp } from '../wire/embed.ts';
import { read_attribute } from './attributes.ts';
import { Embedded, type MountedApp } from './embedded.ts';
import { disposed, EmbedError } from './errors.ts';
import { fetch_source } from './fetch_source.ts';
import { inline_files } from './inline.ts';
import { type FileData, read_file } from './options.ts';
import type { Turns } from './turns.ts';

/** What is another app when it changes, and what the app takes over as it runs. */
const another = ['src', 'entrypoint', 'app-title', 'loading'] as const;
const same = ['theme', 'source'] as const;

type Api = Omit<MountedApp, 'setTheme' | 'dispose'>;

export function define_element(site: URL, turns: Turns): void {
  class TablitApp extends HTMLElement implements Api {
    static readonly observedAttributes: readonly string[] = [...another, ...same];
    #app: Embedded | undefined;
    #root: ShadowRoot | undefined;
    #waits = false;
    #said = new Set<string>();

    connectedCallback(): void {
      this.#restart();
    }

    disconnectedCallback(): void {
      this.#app?.dispose();
      this.#app = undefined;
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (!this.#app || before === now) return;
      if (name === 'theme') {
        this.#app.setTheme(this.#read('theme'));
        this.#say();
      } else if (name === 'source') this.#app.set_source(this.hasAttribute('source'));
      else this.#restart();
    }

    async run(): Promise<void> {
      await this.#there().run();
    }

    async stop(): Promise<void> {
      await this.#there().stop();
    }

    async writeFile(path: string, data: FileData): Promise<void> {
      await this.#there().writeFile(path, data);
    }

    #there(): Embedded {
      if (!this.#app) throw disposed();
      return this.#app;
    }

    /** Once for all changes of one moment, and only when what stands inside has been read. */
    #restart(): void {
      if (this.#waits) return;
      this.#waits = true;
      const begin = () => {
        this.#waits = false;
        this.#app?.dispose();
        this.#app = this.isConnected ? this.#make() : undefined;
        this.#said.clear();
        this.#say();
      };
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
      else queueMicrotask(begin);
    }

    #make(): Embedded {
      this.#root ??= this.attachShadow({ mode: 'open' });
      return new Embedded({
        place: this,
        root: this.#root,
        site,
        turns,
        app: (signal) => this.#wanted(signal),
        theme: this.#read('theme'),
        source: this.hasAttribute('source'),
        title: this.getAttribute('app-title') ?? undefined,
        eager: this.#read('loading') === 'eager',
      });
    }

    async #wanted(signal: AbortSignal): Promise<EmbedApp> {
      const src = this.getAttribute('src');
      const entrypoint = this.getAttribute('entrypoint');
      const start = entrypoint === null ? {} : { entrypoint };
      if (src !== null)
        return { ...(await fetch_source(src, document.baseURI, signal)), ...start } as EmbedApp;
      const blocks = [...this.querySelectorAll('script')].map(({ type, dataset, text }) => ({
        type,
        file: dataset['file'],
        text,
      }));
      const files = inline_files(blocks, text_of(this));
      if (!files && entrypoint === null) return { kind: 'site' };
      if (!files)
        throw new EmbedError(
          'source_missing',
          'entrypoint names a file, and there is none: give src, or a script inside.',
        );
      return { kind: 'files', files: [...files].map(([path, text]) => read_file(path, text)), ...start };
    }

    #read<N extends 'theme' | 'loading'>(name: N) {
      return read_attribute(name, this.getAttribute(name)).value;
    }

    /** What is wrong with the attributes as they are now: in the element, and once in the console. */
    #say(): void {
      const faults = (['theme', 'loading'] as const).flatMap(
        (name) => read_attribute(name, this.getAttribute(name)).fault ?? [],
      );
      for (const fault of faults) if (!this.#said.has(fault)) console.error(fault);
      this.#said = new Set(faults);
      this.#app?.note(faults);
    }
  }
  // A page may name the script twice, or its module and its classic form.
  if (!customElements.get('tablit-app')) customElements.define('tablit-app', TablitApp);
}

/** What a reader without scripts sees of it. */
function text_of({ childNodes }: Element): string {
  const shown = [...childNodes].filter((node) => !(node instanceof HTMLScriptElement));
  return shown.map(({ textContent }) => textContent ?? '').join('');
}
