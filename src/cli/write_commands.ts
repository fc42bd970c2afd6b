/** The commands that write something and are done. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { link_of, size_of_link } from '../share/index.ts';
import { type App, find_app, read_app } from './app.ts';
import { type Command, out_of, say, type Values, warn_of } from './command.ts';
import { check_config } from './config_file.ts';
import { CliError } from './errors.ts';
import { add_ignore } from './ignore.ts';
import { fold_site } from './one_file.ts';
import { make_site, type SiteOfApp } from './output.ts';
import { shipped_engine } from './packages/engine.ts';
import { resolve_packages } from './packages/resolve.ts';
import { check_place, place_site } from './place_site.ts';
import { one_file_page } from './places.ts';
import { first_page } from './prerender.ts';
import { by_share_rules } from './share_errors.ts';
import { check_file, not_writable, to_be_written } from './target.ts';

export const build_command: Command = {
  name: 'build',
  summary: 'Writes a folder that any web host can serve.',
  usage: 'tablit build PATH --out DIR [--entry FILE] [--prerender] [--keep-state]',
  options: ['out', 'entry', 'prerender', 'keep-state'],
  async run(path, values) {
    const named = out_of(values, 'DIR');
    const out = resolve(named);
    const app = await find_app(path, values.entry);
    if (out === app.folder && app.kind === 'folder') {
      throw new CliError(
        'not_writable',
        `${named} is the app's own folder.`,
        'Name another one with --out: what is built must not become part of the app.',
      );
    }
    await check_place(out, named);
    const { site, packages } = await gather(app, out, values);
    await in_own_folder(async (folder) => {
      await make_site(folder, site, packages);
      await place_site(folder, out, named);
    });
    say(`${named} is ready: put it on any web host, under any path.`);
  },
};

export const html_command: Command = {
  name: 'html',
  summary: 'Writes one HTML file that opens without a server or a network.',
  usage: 'tablit html PATH --out FILE [--entry FILE] [--prerender] [--keep-state]',
  options: ['out', 'entry', 'prerender', 'keep-state'],
  async run(path, values) {
    const out = out_of(values, 'FILE');
    const app = await find_app(path, values.entry);
    await check_file(out);
    const { site, packages } = await gather(app, resolve(out), values);
    await in_own_folder(async (folder) => {
      await make_site(folder, site, packages);
      const html = await fold_site({ folder, template: one_file_page() });
      await to_be_written(out, () => writeFile(out, html));
    });
    const elsewhere = packages.listed.filter(({ file }) => file === undefined).map(({ name }) => name);
    if (elsewhere.length > 0) console.error(`Its first run needs a network, for ${elsewhere.join(', ')}.`);
    say(`${out} is ready: open it with a double click.`);
  },
};

export const share_command: Command = {
  name: 'share',
  summary: 'Prints a link that holds the whole app.',
  usage: 'tablit share PATH --host URL [--entry FILE] [--yes]',
  options: ['host', 'entry', 'yes'],
  async run(path, { host, entry, yes }) {
    if (host === undefined) {
      throw new CliError(
        'usage',
        'Say where a Tablit page is with --host URL.',
        'Any site made by `tablit build` opens links.',
      );
    }
    const app = await find_app(path, entry);
    const read = await read_app(app);
    const { suspects } = warn_of(app, read);
    if (suspects > 0 && !yes) await agree();
    await by_share_rules(async () => {
      say(await link_of(read.project, host));
      console.error(`${await size_of_link(read.project, host)} characters`);
    });
  },
};

export const init_command: Command = {
  name: 'init',
  summary: 'Keeps secrets out of version control: adds a line to .gitignore.',
  usage: 'tablit init [PATH]',
  options: [],
  run: async (path) => say(await add_ignore(resolve(path || '.'))),
};

/** All that a site is made of. `out`, an absolute path, is no part of the app. */
async function gather(app: App, out: string, { prerender, 'keep-state': keep_state = false }: Values) {
  const read = await read_app(app, out);
  const { project } = read;
  const config = check_config(project);
  warn_of(app, read);
  const packages = await resolve_packages(project, await shipped_engine(), { say });
  const page = prerender ? { page: await first_page(project, config, packages) } : {};
  return { site: { name: app.name, project, keep_state, ...page } satisfies SiteOfApp, packages };
}

/** Throws unless whoever sits there says yes. */
async function agree(): Promise<void> {
  const answer = process.stdin.isTTY ? await ask('Whoever gets the link can read that. Make it? [y/N] ') : '';
  if (/^y(es)?$/i.test(answer.trim())) return;
  throw new CliError('bad_app', 'No link was made.', 'Take the keys out, or say --yes when they are none.');
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer;
}

/** Where a site is made, away from what is there: gone afterwards. */
async function in_own_folder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await to_be_written(tmpdir(), () => mkdtemp(join(tmpdir(), 'tablit-')));
  try {
    await work(folder);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? not_writable(folder, 'ENOSPC') : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
