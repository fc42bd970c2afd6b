/** Web servers of this machine, each as somebody would use it to put a folder on the web. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { free_port } from '../../tools/free_port.ts';
import { find_program } from '../../tools/programs.ts';
import { isolating_headers, serve_folder, usual_types } from '../fixtures/folder_server.ts';

export interface Served {
  /** Of the folder; ends with `/`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface HostKind {
  readonly name: string;
  /** Whether browsers take a service worker from it. */
  readonly offline: boolean;
  readonly serve: (folder: string) => Promise<Served>;
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
  name: 'nginx, with gzip',
  offline: true,
  async serve(folder) {
    const program = find_program('nginx', ['/usr/sbin/nginx', '/usr/bin/nginx'], ['nginx-light']);
    const place = await mkdtemp(join(tmpdir(), 'tablit-nginx-'));
    const port = await free_port();
    const config = join(place, 'nginx.conf');
    await writeFile(config, nginx_config(folder, place, port));
    const child = spawn(program, ['-p', place, '-c', config, '-e', join(place, 'error.log')], {
      stdio: 'ignore',
    });
    const { url, close } = await started(child, port);
    return { url, close: () => close().then(() => rm(place, { recursive: true, force: true })) };
  },
};

/** Its workers run as whoever started it, who alone may read a temporary folder. */
function nginx_config(folder: string, place: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${place}/${name};`)
    .join(' ');
  return `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${place}/pid; events {}
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${temporary}
  gzip on; gzip_types *;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`;
}

const node = (name: string, offline: boolean, options: Parameters<typeof serve_folder>[1]): HostKind => ({
  name,
  offline,
  serve: (folder) => serve_folder(folder, options),
});

export const host_kinds: readonly HostKind[] = [
  python,
  nginx,
  node('a host that calls every file but the page application/octet-stream', false, {
    types: { '.html': 'text/html' },
  }),
  node('a host that packs every file on the way', true, { gzip: true }),
  node('a host that unpacks what ends with .gz', true, { types: usual_types, unpack: true }),
  node('a host that has the site under /a/b/', true, { base: '/a/b/' }),
  node('a host that isolates its pages', true, {
    headers: isolating_headers,
  }),
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
