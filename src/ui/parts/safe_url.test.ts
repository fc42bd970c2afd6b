// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { image_src, link_href, link_target } from './safe_url.ts';

it.each([
  'https://x.org',
  'http://x.org',
  'mailto:a@b.co',
  'tel:+1',
  '#a',
  '/a',
  'a/b',
  '?q',
  '//x.org/a',
  '',
])('a link may name %j', (address) => expect(link_href(address)).toBe(address));

it.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'blob:https://x.org/1',
  'vbscript:x',
  'file:///etc/passwd',
  'filesystem:https://x.org/1',
  'http://',
])('a link may not name %j', (address) => expect(link_href(address)).toBeUndefined());

it.each([
  'https://x.org/a.png',
  'a.png',
  'data:image/png;base64,AA==',
  'data:image/svg+xml,<svg/>',
  'blob:https://x.org/1',
])('an image may come from %j', (address) => expect(image_src(address)).toBe(address));

it.each(['javascript:alert(1)', 'data:text/html,x', 'data:image/png+html,x', 'mailto:a@b.co'])(
  'an image may not come from %j',
  (address) => expect(image_src(address)).toBeUndefined(),
);

const rel = 'noopener noreferrer';

it('a link of a text opens a new tab that knows nothing of this one', () => {
  for (const href of ['https://x.org', '//x.org', '/page', 'page', '?q=1', 'mailto:a@b.co', 'tel:1']) {
    expect(link_target(href)).toEqual({ target: '_blank', rel });
  }
});

it('a link to a heading stays in the page', () => {
  expect(link_target('#a')).toEqual({});
  expect(link_target('#a', 'text', '_top')).toEqual({});
});

it.each([
  ['_self', '_self'],
  ['_TOP', '_top'],
  ['_parent', '_parent'],
  ['_blank', '_blank'],
  ['frame', '_blank'],
  ['', '_blank'],
  [null, '_blank'],
])('an HTML link that asks for %j opens in %s', (wanted, target) =>
  expect(link_target('https://x.org', 'text', wanted)).toEqual({ target, rel }),
);

it.each([
  ['https://x.org', { target: '_blank', rel }],
  ['//x.org', { target: '_blank', rel }],
  ['/page', {}],
  ['mailto:a@b.co', {}],
])('in st.html, a link to %s carries %j', (href, props) =>
  expect(link_target(href, 'html', '_self')).toEqual(props),
);
