/** One app in a page: from waiting until it is in view to its end. */
import type { EmbedApp, EmbedFile, EmbedTheme, ToHost } from '../wire/embed.ts';
import { disposed, EmbedError, frame_reloaded } from './errors.ts';
import { open_frame } from './frame.ts';
import { in_view } from './in_view.ts';
import { Line } from './line.ts';
import { type FileData, read_file, read_theme } from './options.ts';
import type { Turns } from './turns.ts';
import { make_view, type View } from './view.ts';

/** What a page can do with an app that it shows. */
export interface MountedApp {
  /**
   * Runs the script, from the top; starts the app if it waits to come into view. Resolves when the run is over, also when
   * its script failed: that is shown in the app. Rejects with an `EmbedError` when there is no app to run.
   */
  run(): Promise<void>;
  /** Ends the run. Resolves when nothing runs any more. */
  stop(): Promise<void>;
  /**
   * Writes a file of the app, for its next run. Resolves when it is written; of an app that has not started, at once, and
   * what is wrong with the file is told at the start. Rejects with an `EmbedError`, or a `TypeError` for what is no file.
   */
  writeFile(path: string, data: FileData): Promise<void>;
  /** Throws a `TypeError` for what is no theme. */
  setTheme(theme: EmbedTheme): void;
  /** Ends the app and takes it out of the page. What was asked of it before rejects. May be called again. */
  dispose(): void;
}

export interface EmbeddedOptions {
  /** In the page: what has to come into view. */
  readonly place: Element;
  readonly root: ShadowRoot;
  /** The folder of the site that the frame shows. */
  readonly site: URL;
  readonly turns: Turns;
  /** Asked at the start, and again when a start failed and is tried anew. May throw. */
  readonly app: (signal: AbortSignal) => EmbedApp | Promise<EmbedApp>;
  readonly theme: EmbedTheme;
  readonly source: boolean;
  readonly title: string | undefined;
  readonly eager: boolean;
}

type Told = Exclude<ToHost, { readonly type: 'done' | 'refused' }>;

/** What the frame is called before the app has said its name. */
const UNNAMED = 'Tablit app';

export class Embedded implements MountedApp {
  readonly #options: EmbeddedOptions;
  readonly #view: View;
  readonly #end = new AbortController();
  #theme: EmbedTheme;
  #source: boolean;
  /** Written before there was a frame to take them, by path. */
  #changes = new Map<string, EmbedFile>();
  #starting: Promise<Line> | undefined;
  #line: Line | undefined;
  /** Lets the next app of the page have its turn. */
  #pass: (outcome: 'loaded' | 'gave_up') => void = () => undefined;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
    this.#theme = options.theme;
    this.#source = options.source;
    this.#view = make_view(options.root, options.theme);
    this.#view.waiting();
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { eager, place } = this.#options;
    if (!eager) await in_view(place, this.#end.signal);
    // The box says what went wrong.
    await this.#started().catch(() => undefined);
  }

  async run(): Promise<void> {
    await (await this.#started()).ask({ type: 'run' });
  }

  async stop(): Promise<void> {
    await this.#line?.ask({ type: 'stop' });
  }

  async writeFile(path: string, data: FileData): Promise<void> {
    const file = read_file(path, data);
    if (this.#end.signal.aborted) throw disposed();
    if (this.#line) await this.#line.ask({ type: 'write', ...file });
    else this.#changes.set(file.path, file);
  }

  setTheme(theme: EmbedTheme): void {
    this.#theme = read_theme(theme);
    this.#view.set_theme(this.#theme);
    this.#line?.post({ type: 'theme', theme: this.#theme });
  }

  /** Lines above the app, for whoever wrote the page. */
  note(lines: readonly string[]): void {
    this.#view.note(lines);
  }

  set_source(shown: boolean): void {
    this.#source = shown;
    this.#line?.post({ type: 'source', shown });
  }

  dispose(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#pass('gave_up');
    this.#line?.close(disposed());
    this.#view.clear();
  }

  /** One start at a time; after one that failed the next call tries again. */
  #started(): Promise<Line> {
    if (this.#end.signal.aborted) return Promise.reject(disposed());
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined;
      this.#pass('gave_up');
      if (this.#end.signal.aborted) throw disposed();
      const message = error instanceof Error ? error.message : String(error);
      this.#view.failed(message, () => void this.#started().catch(() => undefined));
      console.error(`Tablit: an app was not loaded. ${message}`);
      throw error;
    });
    return this.#starting;
  }

  async #start(): Promise<Line> {
    const { site, turns, title = UNNAMED } = this.#options;
    const { signal } = this.#end;
    this.#view.loading();
    const app = await this.#options.app(signal);
    this.#pass = await turns.take();
    if (signal.aborted) throw disposed();
    const { frame, parent } = this.#view.new_frame(title);
    const { port } = await open_frame(frame, {
      site,
      theme: this.#theme,
      parent,
      signal,
      reloaded: () => this.#start_anew(),
    });
    const line = new Line(port, (message) => this.#hear(message));
    line.post({
      type: 'open',
      app,
      changes: [...this.#changes.values()],
      theme: this.#theme,
      source: this.#source,
      sisters: turns.loaded,
    });
    this.#line = line;
    return line;
  }

  /** The frame's page is another document now, that knows nothing of what it was told. */
  #start_anew(): void {
    // Before it was told anything it asks by itself.
    if (!this.#line) return;
    this.#line.close(frame_reloaded());
    this.#line = undefined;
    this.#starting = undefined;
    void this.#started().catch(() => undefined);
  }

  #hear(message: Told): void {
    switch (message.type) {
      case 'opened':
        this.#view.name_frame(this.#options.title ?? message.name);
        break;
      case 'loaded':
        this.#pass('loaded');
        break;
      case 'failed':
        this.#pass('gave_up');
        console.error(`Tablit: an app does not run. ${message.message}`);
        break;
      case 'height':
        this.#view.set_height(message.height);
        break;
      case 'live':
        break;
      default:
        throw new EmbedError('refused', message satisfies never);
    }
  }
}
