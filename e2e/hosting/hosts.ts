/** Web servers of this machine, each as somebody would use it to put a folder on the web. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { free_port } from '../../tools/free_port.ts';
import { find_program } from '../../tools/programs.ts';
import { isolating_headers, serve_folder, usual_types } from '../fixtures/folder_server.ts';
import { headers_of_file } from '../fixtures/headers_file.ts';

export interface Served {
  /** Of the folder; ends with `/`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface HostKind {
  readonly name: string;
  /** Whether browsers take a service worker from it. */
  readonly offline: boolean;
  /** Whether its pages are cross-origin isolated. */
  readonly isolated?: true;
  /** What it says of some files, by the start of their path: a header and its value. */
  readonly sends?: Readonly<Record<string, readonly [name: string, value: string]>>;
  readonly serve: (folder: string) => Promise<Served>;
}

/** What `docs/hosting.md` says that hosts may send. */
const kept_for_ever = ['cache-control', 'public, max-age=31536000, immutable'] as const;
const asked_again = ['cache-control', 'no-cache'] as const;
const usual_caching = {
  'assets/': kept_for_ever,
  'engine/pyodide': kept_for_ever,
  'sw.js': asked_again,
} as const;

/** The configuration that `docs/hosting.md` shows for a server: what readers copy is what is tried. */
async function from_docs(language: 'nginx' | 'apache'): Promise<string> {
  const text = await readFile(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
  const [, block] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  if (block === undefined) throw new Error(`docs/hosting.md shows no configuration of ${language}.`);
  return block;
}

const python: HostKind = {
  name: 'python3 -m http.server',
  offline: true,
  async serve(folder) {
    const port = await free_port();
    const options = ['--bind', '127.0.0.1', '--directory', folder, `${port}`];
    return started(spawn('python3', ['-m', 'http.server', ...options], { stdio: 'ignore' }), port);
  },
};

const nginx: HostKind = {
  name: 'nginx, as docs/hosting.md says',
  offline: true,
  sends: usual_caching,
  async serve(folder) {
    const program = find_program('nginx', ['/usr/sbin/nginx', '/usr/bin/nginx'], ['nginx-light']);
    const place = await mkdtemp(join(tmpdir(), 'tablit-nginx-'));
    const port = await free_port();
    const config = join(place, 'nginx.conf');
    await writeFile(config, nginx_config(folder, place, port, await from_docs('nginx')));
    const child = spawn(program, ['-p', place, '-c', config, '-e', join(place, 'error.log')], {
      stdio: 'ignore',
    });
    const { url, close } = await started(child, port);
    return { url, close: () => close().then(() => rm(place, { recursive: true, force: true })) };
  },
};

/** Its workers run as whoever started it, who alone may read a temporary folder. */
function nginx_config(folder: string, place: string, port: number, more: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${place}/${name};`)
    .join(' ');
  return `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${place}/pid; events {}
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${temporary}
  server { listen 127.0.0.1:${port}; root ${folder};
${more}
  }
}
`;
}

/** `config`: lines for the whole server, such as an administrator writes; `htaccess`: what lies in the folder. */
const apache = (
  name: string,
  config: string,
  htaccess: () => Promise<string>,
  sends: HostKind['sends'] = {},
): HostKind => ({
  name,
  offline: true,
  sends,
  async serve(folder) {
    const program = find_program('Apache', ['/usr/sbin/apache2'], ['apache2-bin', 'media-types']);
    const place = await mkdtemp(join(tmpdir(), 'tablit-apache-'));
    // Root's Apache works as nobody, who may not read what is in a temporary folder of root.
    await chmod(place, 0o755);
    const site = join(place, 'site');
    await mkdir(site);
    await cp(folder, site, { recursive: true });
    await writeFile(join(site, '.htaccess'), await htaccess());
    const port = await free_port();
    const file = join(place, 'apache.conf');
    await writeFile(file, apache_config(site, place, port, config));
    const child = spawn(program, ['-X', '-f', file], { stdio: 'ignore' });
    const { url, close } = await started(child, port);
    return { url, close: () => close().then(() => rm(place, { recursive: true, force: true })) };
  },
});

/** Debian's modules and its list of types. */
function apache_config(site: string, place: string, port: number, more: string): string {
  const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'deflate', 'filter'];
  return `ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${place}/pid
ErrorLog ${place}/error.log
DefaultRuntimeDir ${place}
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot ${site}
<Directory ${site}>
  Require all granted
  AllowOverride FileInfo
</Directory>
${more}
`;
}

/** Netlify and Cloudflare Pages read the folder's own `_headers`; `change`: what its author makes of it. */
const headers_file = (
  name: string,
  change: (text: string) => string,
  more: Partial<HostKind> = {},
): HostKind => ({
  name,
  offline: true,
  sends: { ...usual_caching, 'embed.js': ['access-control-allow-origin', '*'] },
  ...more,
  async serve(folder) {
    const headers = headers_of_file(change(await readFile(join(folder, '_headers'), 'utf8')));
    return serve_folder(folder, { headers_of: (path) => headers(path === 'index.html' ? '/' : `/${path}`) });
  },
});

/** Takes the mark of a comment from the two headers, as the file says. */
function isolating(text: string): string {
  const changed = text.replaceAll(/^#(?= {2}Cross-Origin-)/gm, '');
  if (changed === text) throw new Error('_headers has no headers to be taken in.');
  return changed;
}

const node = (name: string, offline: boolean, options: Parameters<typeof serve_folder>[1]): HostKind => ({
  name,
  offline,
  serve: (folder) => serve_folder(folder, options),
});

export const host_kinds: readonly HostKind[] = [
  python,
  nginx,
  apache('Apache, with the .htaccess of docs/hosting.md', '', () => from_docs('apache'), usual_caching),
  apache(
    'Apache that says of .gz that it is an encoding, and packs texts on the way',
    'AddEncoding x-gzip .gz\nAddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript',
    async () => '',
    { 'index.html': ['content-encoding', 'gzip'], 'engine/pyodide': ['content-encoding', 'x-gzip'] },
  ),
  headers_file('a host that reads _headers', (text) => text),
  headers_file('a host that reads _headers, with the two lines for isolation', isolating, { isolated: true }),
  node('a host that calls every file but the page application/octet-stream', false, {
    types: { '.html': 'text/html' },
  }),
  node('a host that packs every file on the way', true, { gzip: true }),
  node('a host that unpacks what ends with .gz', true, { types: usual_types, unpack: true }),
  node('a host that has the site under /a/b/', true, { base: '/a/b/' }),
  { ...node('a host that isolates its pages', true, { headers: isolating_headers }), isolated: true },
];

async function started(child: ChildProcess, port: number): Promise<Served> {
  const url = `http://127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt++) {
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url, close: async () => void child.kill() };
    await pause(50);
  }
  child.kill();
  throw new Error(`${child.spawnfile} does not answer at ${url}.`);
}
