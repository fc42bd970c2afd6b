import { expect, test } from 'vitest';
import { emoji_url, page_icon_of } from './page_icon.ts';

test.each([
  [undefined, { kind: 'none' }],
  ['  ', { kind: 'none' }],
  ['🦈', { kind: 'emoji', emoji: '🦈' }],
  ['👩‍🚀', { kind: 'emoji', emoji: '👩‍🚀' }],
  ['🇨🇭', { kind: 'emoji', emoji: '🇨🇭' }],
  ['1️⃣', { kind: 'emoji', emoji: '1️⃣' }],
  [':material/widgets:', { kind: 'material', name: 'widgets' }],
  [':shark:', { kind: 'shortcode', name: 'shark' }],
  [':+1:', { kind: 'shortcode', name: '+1' }],
  ['data:image/png;base64,AAAA', { kind: 'url', url: 'data:image/png;base64,AAAA' }],
  ['https://example.com/icon.png', { kind: 'url', url: 'https://example.com/icon.png' }],
  ['javascript:alert(1)', { kind: 'none' }],
])('%j is %j', (text, icon) => {
  expect(page_icon_of(text)).toEqual(icon);
});

test('an emoji is a picture, and cannot leave it', () => {
  const url = emoji_url('🦈</text><script>');
  const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
  expect(svg).toContain('>🦈/textscript</text></svg>');
});
