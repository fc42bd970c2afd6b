/**
 * The chunk that has DOMPurify, and the one place that says what it lets pass: what an app writes must not run in the
 * page. `<style>` stays, apps restyle themselves by it; scripts, handlers and `javascript:` go, and frames: in a text,
 * a link to what a frame would show stands in its place.
 */
import create_dompurify from 'dompurify';
import type { Place } from './safe_url.ts';
import type { StaticFiles } from './static_files.ts';
import { link_props, picture_src, static_path } from './static_path.ts';

const purifier = create_dompurify(window);

/** Of the app whose HTML is being cleaned. The hook has no way to be told, and a text is cleaned in one go. */
let files: StaticFiles | undefined;
let place: Place = 'text';

purifier.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (tagName === 'iframe' && place === 'text') leave_link(node as Element);
});

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.hasAttribute('href') && /^(?:a|area)$/i.test(node.localName)) check_link(node);
  else node.removeAttribute('target');
  if (node.localName === 'img') check_image(node);
  else if (node.hasAttribute('src')) check_media(node);
});

/** What a frame would have shown can be opened beside the app. */
function leave_link(frame: Element): void {
  const address = frame.getAttribute('src') ?? '';
  const { href, ...props } = link_props(address, undefined);
  if (!href || !/^(?:https?:)?\/\//i.test(href)) return;
  const link = document.createElement('a');
  for (const [name, value] of Object.entries({ href, ...props })) link.setAttribute(name, value);
  link.textContent = frame.getAttribute('title') || href;
  frame.before(link);
}

function check_link(link: Element): void {
  const props = link_props(link.getAttribute('href') ?? '', files, place, link.getAttribute('target'));
  for (const name of ['href', 'target']) link.removeAttribute(name);
  for (const [name, value] of Object.entries(props)) link.setAttribute(name, value);
}

function check_image(image: Element): void {
  const src = picture_src(image.getAttribute('src') ?? '', files);
  if (src === undefined || src === '') image.removeAttribute('src');
  else image.setAttribute('src', src);
  image.removeAttribute('srcset');
  image.setAttribute('referrerpolicy', 'no-referrer');
}

/** A film or a sound of the app's own. */
function check_media(media: Element): void {
  const path = static_path(media.getAttribute('src') ?? '');
  if (path === undefined) return;
  const src = files?.url(path, 'picture');
  if (src === undefined) media.removeAttribute('src');
  else media.setAttribute('src', src);
}

/** `where`: whether the HTML stands in a text or is `st.html`'s. */
export function sanitise(html: string, of_the_app?: StaticFiles, where: Place = 'text'): DocumentFragment {
  files = of_the_app;
  place = where;
  return purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    // A style sheet at the very start would otherwise end up in the head, and be lost.
    FORCE_BODY: true,
    // Each link's own is looked at after it.
    ADD_ATTR: ['target'],
    // A form could only take the reader away from the app; what stands in it stays.
    FORBID_TAGS: ['form'],
    // The top layer is the page's: nothing of an app's is to lie over the page's own windows and questions.
    FORBID_ATTR: [
      ...['form', 'action', 'formaction'],
      ...['popover', 'popovertarget', 'popovertargetaction', 'command', 'commandfor', 'interestfor'],
    ],
  });
}
