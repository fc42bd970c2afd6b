/** `embed.js`, a module: defines `<tablit-app>`, and exports `mount`. */
import { define_element } from './element.ts';
import { make_mount } from './mount.ts';
import { site_of } from './site_of.ts';
import { make_turns } from './turns.ts';

const site = site_of(import.meta.url);
const turns = make_turns();

define_element(site, turns);

export const mount = make_mount(site, turns);
export { EmbedError } from './errors.ts';
