/** The commands that serve until they are stopped. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../share/index.ts';
import { type Site, site_in, with_site } from '../share/site.ts';
import { find_app, read_app } from './app.ts';
import { type Command, port_of, say } from './command.ts';
import { check_config } from './config_file.ts';
import { CliError } from './errors.ts';
import { serve_live } from './live.ts';
import { no_service_worker } from './no_service_worker.ts';
import { folder_engine, shipped_engine } from './packages/engine.ts';
import { resolve_packages } from './packages/resolve.ts';
import { gallery_folder, site_folder } from './places.ts';
import { folder_name } from './secret_texts.ts';
import { start_server } from './server.ts';
import { type Handler, static_files } from './static_files.ts';
import { lines_of_stays } from './stays.ts';
import { brought_lines } from './warnings.ts';

export const run_command: Command = {
  name: 'run',
  summary: 'Opens a script or folder in the browser, and runs it again when you save.',
  usage: 'tablit run PATH [--entry FILE] [--port N] [--open] [--engine DIR] [--keep-state]',
  options: ['entry', 'port', 'open', 'engine', 'keep-state'],
  async run(path, values) {
    const port = port_of(values);
    const app = await find_app(path, values.entry);
    const read = await read_app(app);
    const engine = values.engine === undefined ? await shipped_engine() : await folder_engine(values.engine);
    // A port that is taken is said before packages are fetched. A page that comes too early finds nothing.
    const handlers: Handler[] = [];
    const { url } = await start_server(handlers, port);
    const packages = await resolve_packages(read.project, engine, { say });
    complain_of_config(read.project);
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
        ...(values['keep-state'] ? { keep_state: true } : {}),
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
    handlers.push(
      index,
      no_service_worker,
      live.handler,
      packages.handler,
      engine.handler,
      static_files(site_folder()),
    );
    for (const line of brought_lines(app, read.project)) say(line);
    for (const line of lines_of_stays(read.stays, true)) say(line);
    say(`${app.name} runs at ${url}`);
    say('Save a file to run it again. Ctrl+C ends.');
    if (values.open) open_browser(url);
  },
};

export const gallery_command: Command = {
  name: 'gallery',
  summary: 'Serves the example apps.',
  usage: 'tablit gallery [--port N] [--open]',
  options: ['port', 'open'],
  async run(_path, values) {
    const { url } = await start_server([static_files(gallery_folder())], port_of(values));
    say(`The gallery is at ${url}`);
    if (values.open) open_browser(url);
  },
};

/** The page tells it too, and takes a mended file over. */
function complain_of_config(project: Project): void {
  try {
    check_config(project);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(error.message);
  }
}

/** The system's own way to open an address; nobody minds when there is none. */
function open_browser(url: string): void {
  const program = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(program, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
