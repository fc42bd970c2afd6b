/** How questions and the panel say things. */
import type { Ability, ChangedFile, Grant, Nearness, Scope, Want } from './permissions_view.ts';

/** What each ability is called, and what it lets an app do. */
export const ability_words: { readonly [A in Ability]: { readonly name: string; readonly does: string } } = {
  storage: { name: 'Storage', does: 'keep files in this browser' },
  camera: { name: 'Camera', does: 'use the camera' },
  microphone: { name: 'Microphone', does: 'use the microphone' },
  clipboard: { name: 'Clipboard', does: 'read the clipboard' },
  downloads: { name: 'Downloads', does: 'save files to your computer' },
  popups: { name: 'Pop-ups', does: 'open windows' },
};

/** `null` for the open world, where there is nothing to add. */
export const nearness_words: { readonly [N in Nearness]: string | null } = {
  computer: 'This is a program on your own computer.',
  network: 'This is a device in your own network.',
  world: null,
};

export const scope_words: { readonly [S in Scope]: string } = {
  app: 'until the app changes',
  visit: 'until you close or reload this page',
};

/** `api.example.com`, `K for api.example.com`, `Camera`. */
export function name_of(want: Want): string {
  if (want.kind === 'secret') return `${want.name} for ${want.host}`;
  return want.kind === 'data' ? want.host : ability_words[want.kind].name;
}

export function uses_text({ uses, last_use }: Pick<Grant, 'uses' | 'last_use'>): string {
  if (uses === 0 || last_use === undefined) return 'not used yet';
  const times = uses === 1 ? 'once' : `${uses.toLocaleString('en')} times`;
  return `used ${times}, last ${time_text(last_use)}`;
}

/** The time today, else the day as well. */
export function time_text(time: number, now = Date.now()): string {
  const date = new Date(time);
  const clock = date.toLocaleTimeString('en', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  if (date.toDateString() === new Date(now).toDateString()) return `at ${clock}`;
  return `on ${date.toLocaleDateString('en', { year: 'numeric', month: 'short', day: 'numeric' })} at ${clock}`;
}

/** `app.py changed`, `lib.py is new`, `old.py is gone`. */
export function change_text({ path, change }: ChangedFile): string {
  return change === 'changed' ? `${path} changed` : `${path} is ${change}`;
}

/** `not_allowed` as people say it: `not allowed`. */
export function status_text(status: number | string): string {
  return String(status).replaceAll('_', ' ');
}
