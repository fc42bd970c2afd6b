/** What is measured: the built page, and native Streamlit where its executable is given. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve_site } from '../e2e/fixtures/site_server.ts';
import { free_port } from '../tools/free_port.ts';

export const app_names = ['counter', 'slider', 'markdown_1000', 'widgets_200', 'element_calls'] as const;
export type AppName = (typeof app_names)[number];

export interface Target {
  readonly name: string;
  url(app: AppName): string;
  close(): Promise<void>;
}

const folder = fileURLToPath(new URL('./apps', import.meta.url));

export async function tablit(): Promise<Target> {
  const site = await serve_site();
  const urls = new Map<AppName, string>();
  for (const app of app_names) {
    urls.set(app, await site.add({ 'app.py': await readFile(join(folder, `${app}.py`)) }));
  }
  return { name: 'Tablit', url: (app) => urls.get(app) as string, close: () => site.close() };
}

/** One server per app, all up before anything is measured. */
export async function native_streamlit(executable: string): Promise<Target> {
  const servers = new Map<AppName, { readonly child: ChildProcess; readonly url: string }>();
  for (const app of app_names) {
    const port = await free_port();
    const options = [
      '--server.headless',
      'true',
      '--server.port',
      `${port}`,
      '--browser.gatherUsageStats',
      'false',
    ];
    const child = spawn(executable, ['run', join(folder, `${app}.py`), ...options], { stdio: 'ignore' });
    servers.set(app, { child, url: `http://127.0.0.1:${port}/` });
  }
  for (const { url } of servers.values()) await answers(url);
  return {
    name: 'Streamlit',
    url: (app) => servers.get(app)?.url as string,
    close: async () => {
      for (const { child } of servers.values()) child.kill();
    },
  };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const up = await fetch(`${url}_stcore/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Native Streamlit did not answer at ${url}.`);
}
