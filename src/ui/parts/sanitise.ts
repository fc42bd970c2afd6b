/**
 * The chunk that has DOMPurify, and the one place that says what it lets pass: what an app writes must not run in the
 * page. `<style>` stays, apps restyle themselves by it; scripts, frames, handlers and `javascript:` go.
 */
import create_dompurify from 'dompurify';
import { image_src, link_href, link_target } from './safe_url.ts';

const purifier = create_dompurify(window);

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.hasAttribute('href') && /^(?:a|area)$/i.test(node.localName)) check_link(node);
  if (node.localName === 'img') check_image(node);
});

function check_link(link: Element): void {
  const href = link_href(link.getAttribute('href') ?? '');
  link.removeAttribute('target');
  if (href === undefined) link.removeAttribute('href');
  else for (const [name, value] of Object.entries(link_target(href))) link.setAttribute(name, value);
}

function check_image(image: Element): void {
  const src = image.getAttribute('src');
  if (src !== null && image_src(src) === undefined) image.removeAttribute('src');
  image.removeAttribute('srcset');
  image.setAttribute('referrerpolicy', 'no-referrer');
}

export function sanitise(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    // A style sheet at the very start would otherwise end up in the head, and be lost.
    FORCE_BODY: true,
    // A form could only take the reader away from the app; what stands in it stays.
    FORBID_TAGS: ['form'],
    // The top layer is the page's: nothing of an app's is to lie over the page's own windows and questions.
    FORBID_ATTR: [
      ...['form', 'action', 'formaction'],
      ...['popover', 'popovertarget', 'popovertargetaction', 'command', 'commandfor', 'interestfor'],
    ],
  });
}
