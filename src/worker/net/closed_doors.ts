/**
 * What scripts find in the place of the ways out that this worker does not have. The frame's policy closes them; here
 * they only get words.
 */

const instead =
  'Use requests, urllib.request, httpx or fetch: their requests go through the page, which asks the reader.';

const doors = {
  XMLHttpRequest: 'An app in Tablit has no XMLHttpRequest.',
  WebSocket:
    'An app in Tablit cannot open a WebSocket: a page that asks its reader about each host has no way to do so for one that stays open.',
  WebSocketStream: 'An app in Tablit cannot open a WebSocket.',
  EventSource: 'An app in Tablit has no EventSource: read the stream of a request instead.',
  WebTransport: 'An app in Tablit has no WebTransport.',
} as const;

/** Puts a class that says so in the place of each way out that the browser has. */
export function close_doors(scope: object): void {
  for (const [name, message] of Object.entries(doors)) {
    if (!(name in scope)) continue;
    const door = class {
      constructor() {
        throw new TypeError(`${message} ${instead}`);
      }
    };
    Object.defineProperty(door, 'name', { value: name });
    Object.defineProperty(scope, name, { value: door, configurable: true, writable: true });
  }
}
