/**
 * `embed.classic.js`, a plain script: the same, as the global `tablit`. Browsers load a module from another host only when
 * that host says so (CORS), and a plain script from any.
 */
import { define_element } from './element.ts';
import { make_mount } from './mount.ts';
import { site_of } from './site_of.ts';
import { make_turns } from './turns.ts';

const { src = '' } = (document.currentScript as HTMLScriptElement | null) ?? {};
const site = site_of(src);
const turns = make_turns();

define_element(site, turns);

export const mount = make_mount(site, turns);
export { EmbedError } from './errors.ts';
