/** The commands, one row each. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { link_of, size_of_link } from '../share/index.ts';
import { type Site, site_in, with_site } from '../share/site.ts';
import { find_app, type ReadApp, read_app } from './app.ts';
import { CliError } from './errors.ts';
import { add_ignore } from './ignore.ts';
import { serve_live } from './live.ts';
import { fold_site } from './one_file.ts';
import { write_site } from './output.ts';
import { folder_engine, shipped_engine } from './packages/engine.ts';
import { resolve_packages } from './packages/resolve.ts';
import { gallery_folder, one_file_page, site_folder } from './places.ts';
import { folder_name } from './secret_texts.ts';
import { start_server } from './server.ts';
import { type Handler, static_files } from './static_files.ts';

export interface Values {
  readonly port?: string;
  readonly open?: boolean;
  readonly out?: string;
  readonly engine?: string;
  readonly host?: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: readonly (keyof Values)[];
  /** `path` is empty for a command that takes none. Resolves when the command is done; a server's never does. */
  readonly run: (path: string, values: Values) => Promise<void>;
}

const say = (text: string) => console.log(text);

export const commands: readonly Command[] = [
  {
    name: 'run',
    summary: 'Opens a script or folder in the browser, and runs it again when you save.',
    usage: 'tablit run PATH [--port N] [--open] [--engine DIR]',
    options: ['port', 'open', 'engine'],
    async run(path, values) {
      const port = port_of(values);
      const app = await find_app(path);
      const read = await read_app(app);
      const engine = values.engine === undefined ? shipped_engine() : await folder_engine(values.engine);
      const packages = await resolve_packages(read.project, engine, say);
      const live = await serve_live(app, { say });
      const html = await readFile(join(site_folder(), 'index.html'), 'utf8');
      const page = (): Site => ({
        ...engine.describe(site_in(html)),
        packages: packages.listed,
        app: {
          kind: 'live',
          name: app.name,
          url: 'live/',
          folder: folder_name(app.folder),
          secrets: { url: 'live/secrets.json', token: live.token },
        },
      });
      const index: Handler = async (_request, response, at) => {
        if (at !== '/' && at !== '/index.html') return false;
        const { offline: _none, ...site } = page();
        const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
        response.writeHead(200, headers).end(with_site(html, site));
        return true;
      };
      const handlers = [index, live.handler, packages.handler, engine.handler, static_files(site_folder())];
      const { url } = await start_server(handlers, port);
      say(`${app.name} runs at ${url}`);
      say('Save a file to run it again. Ctrl+C ends.');
      if (values.open) open_browser(url);
    },
  },
  {
    name: 'build',
    summary: 'Writes a folder that any web host can serve.',
    usage: 'tablit build PATH --out DIR',
    options: ['out'],
    async run(path, values) {
      if (values.out === undefined) throw new CliError('usage', 'Say where to write with --out DIR.');
      const out = resolve(values.out);
      const app = await find_app(path);
      if (out === app.folder && app.only === undefined) {
        throw new CliError(
          'not_writable',
          `${values.out} is the app's own folder.`,
          'Name another one with --out: what is built must not become part of the app.',
        );
      }
      const read = await read_app(app, out);
      tell_left_out(read);
      const packages = await resolve_packages(read.project, shipped_engine(), say);
      await write_site(out, { name: app.name, project: read.project }, packages);
      say(`${values.out} is ready: put it on any web host, under any path.`);
    },
  },
  {
    name: 'html',
    summary: 'Writes one HTML file that opens without a server or a network.',
    usage: 'tablit html PATH --out FILE',
    options: ['out'],
    async run(path, values) {
      if (values.out === undefined) throw new CliError('usage', 'Say where to write with --out FILE.');
      const app = await find_app(path);
      const read = await read_app(app);
      tell_left_out(read);
      const folder = await mkdtemp(join(tmpdir(), 'tablit-'));
      try {
        const packages = await resolve_packages(read.project, shipped_engine(), say);
        await write_site(folder, { name: app.name, project: read.project }, packages);
        await write_file(values.out, await fold_site({ folder, template: one_file_page() }));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      say(`${values.out} is ready: open it with a double click.`);
    },
  },
  {
    name: 'share',
    summary: 'Prints a link that holds the whole app.',
    usage: 'tablit share PATH [--host URL]',
    options: ['host'],
    async run(path, { host }) {
      if (host === undefined) {
        throw new CliError(
          'usage',
          'Say where a Tablit page is with --host URL.',
          'Any site made by `tablit build` opens links.',
        );
      }
      const read = await read_app(await find_app(path));
      tell_left_out(read);
      say(await link_of(read.project, host));
      console.error(`${await size_of_link(read.project, host)} characters`);
    },
  },
  {
    name: 'init',
    summary: 'Keeps secrets out of version control: adds a line to .gitignore.',
    usage: 'tablit init [PATH]',
    options: [],
    run: async (path) => say(await add_ignore(resolve(path || '.'))),
  },
  {
    name: 'gallery',
    summary: 'Serves the example apps.',
    usage: 'tablit gallery [--port N] [--open]',
    options: ['port', 'open'],
    async run(_path, values) {
      const { url } = await start_server([static_files(gallery_folder())], port_of(values));
      say(`The gallery is at ${url}`);
      if (values.open) open_browser(url);
    },
  },
];

function tell_left_out({ left_out }: ReadApp): void {
  for (const { path, reason } of left_out) {
    if (reason !== 'secret') continue;
    console.error(
      `Left out: ${path}. Secrets never travel with an app; its reader enters them in the page (menu, Secrets).`,
    );
  }
}

function port_of({ port }: Values): number | undefined {
  if (port === undefined) return undefined;
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new CliError('usage', `${port} is no port.`, 'A port is a number from 0 to 65535.');
}

async function write_file(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(
      'not_writable',
      `${path} cannot be written: ${error.code}.`,
      'Name another file with --out.',
    );
  });
}

/** The system's own way to open an address; nobody minds when there is none. */
function open_browser(url: string): void {
  const program = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(program, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
