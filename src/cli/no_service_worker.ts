/**
 * `tablit run` keeps nothing in the browser, but a gallery or a built site that was served at this port before may have left
 * its service worker, which would go on showing that site. The browser asks for the worker's program at each visit: this
 * answer takes its place, ends it, and loads the page anew.
 */
import { SERVICE_WORKER } from '../share/release.ts';
import type { Handler } from './static_files.ts';

const program = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));
async function leave() {
  await registration.unregister();
  await caches.delete('tablit ' + registration.scope);
  for (const client of await clients.matchAll({ type: 'window' })) await client.navigate(client.url);
}
`;

export const no_service_worker: Handler = async (_request, response, path) => {
  if (path !== `/${SERVICE_WORKER}`) return false;
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
  response.end(program);
  return true;
};
