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

it('only other hosts open in a new tab', () => {
  const away = { target: '_blank', rel: 'noopener noreferrer' };
  expect(link_target('https://x.org')).toEqual(away);
  expect(link_target('//x.org')).toEqual(away);
  expect(link_target('#a')).toEqual({});
  expect(link_target('mailto:a@b.co')).toEqual({});
});
