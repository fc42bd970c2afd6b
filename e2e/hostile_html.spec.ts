/** HTML that an app writes is shown, and runs nothing: with DOMPurify in a real browser, under the page's policy. */
import { expect, test } from './fixtures/network.ts';
import { finished } from './fixtures/test.ts';

/** Each calls `attack()` if it gets to run. */
const attacks = [
  '<script>attack()</script>',
  '<img src=x onerror=attack()>',
  '<svg onload=attack()></svg>',
  '<svg><script>attack()</script></svg>',
  '<svg><animate onbegin=attack() attributeName=x dur=1s></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=attack()>#x"></svg>',
  '<math><mtext><table><mglyph><style><img src onerror=attack()>',
  '<body onload=attack()>',
  '<iframe srcdoc="<script>parent.attack()</script>"></iframe>',
  '<iframe src="javascript:parent.attack()"></iframe>',
  '<object data="javascript:attack()"></object>',
  '<embed src="javascript:attack()">',
  '<details open ontoggle=attack()><summary>a</summary></details>',
  '<input autofocus onfocus=attack()>',
  '<video><source onerror=attack()></video>',
  '<style>@import "javascript:attack()"; * { background: url("javascript:attack()") }</style>',
  '<style><img src=x onerror=attack()></style>',
  '<noscript><p title="</noscript><img src=x onerror=attack()>"></noscript>',
  '<template><img src=x onerror=attack()></template>',
  '<a href="javascript:attack()" class="bait">a</a>',
  '<a href="java&#10;script:attack()" class="bait">a</a>',
  '<a href="data:text/html,<script>opener.attack()</script>" target="_blank" class="bait">a</a>',
  '<form action="javascript:attack()"><button class="bait">a</button></form>',
  '<button formaction="javascript:attack()" class="bait">a</button>',
  '<base href="https://attacker.example/"><link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0;url=javascript:attack()">',
  '<div data-st-slot="0" ref="attack" key="1" dangerouslySetInnerHTML="<img src=x onerror=attack()>">a</div>',
];

const source = (show: string) => `
import json
import streamlit as st
for index, attack in enumerate(json.loads(${JSON.stringify(JSON.stringify(attacks))})):
    with st.container(key=f"attack{index}"):
        ${show}
st.text("all shown")
`;

for (const [name, show] of [
  ['st.html', 'st.html(attack)'],
  ['a block of st.markdown', 'st.markdown(attack, unsafe_allow_html=True)'],
  ['a line of st.markdown', 'st.markdown(f"**a** {attack} *b* $x$", unsafe_allow_html=True)'],
  ['st.markdown without HTML', 'st.markdown(f"{attack}\\n\\n*a* {attack}")'],
] as const) {
  test(`promise: What an app shows cannot run in the page: ${name}`, async ({ page, open }) => {
    await page.addInitScript(() => {
      Object.assign(window, { attacks: 0, attack: () => Object.assign(window, { attacks: 1 }) });
    });
    await open(source(show));
    await expect(page.getByText('all shown')).toBeVisible();
    await page.locator('.bait').evaluateAll((baits) => {
      for (const bait of baits) (bait as HTMLElement).click();
    });
    await page.waitForTimeout(500);
    expect(await page.evaluate('window.attacks')).toBe(0);
    const shown = page.locator('[class*="st-key-attack"]');
    for (const what of ['script', 'iframe', 'object', 'embed', 'base', 'link', 'meta']) {
      await expect(shown.locator(what)).toHaveCount(0);
    }
    await expect(page.getByTestId('stException')).toHaveCount(0);
  });
}

test('links in HTML of a text keep the place that they ask for; a frame leaves a link', async ({
  page,
  open,
}) => {
  await open(`
import streamlit as st
st.markdown('''<a href="https://example.com" target="_self">same</a> <a href="https://example.com" target="sandbox">named</a>
<a href="https://example.com">new</a> <a href="#here">heading</a> <b target="_top">bold</b>''', unsafe_allow_html=True)
st.markdown('before <iframe src="https://example.com/film" title="A film"></iframe> after', unsafe_allow_html=True)
`);
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  for (const [name, target] of [
    ['same', '_self'],
    ['named', '_blank'],
    ['new', '_blank'],
    ['A film', '_blank'],
  ] as const) {
    await expect(link(name)).toHaveAttribute('target', target);
    await expect(link(name)).toHaveAttribute('rel', 'noopener noreferrer');
  }
  await expect(link('A film')).toHaveAttribute('href', 'https://example.com/film');
  await expect(link('heading')).not.toHaveAttribute('target');
  await expect(page.locator('b[target]')).toHaveCount(0);
});

test('st.html shows HTML and its styles', async ({ page, open }) => {
  await open(`
import streamlit as st
st.html('<style>.mine { color: rgb(1, 2, 3) }</style><p class="mine">Hello <a href="https://example.com">there</a></p>')
`);
  await expect(page.locator('.mine')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const link = page.getByRole('link', { name: 'there' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
});

/** HTML that would ask a host for something, each under a path of its own. */
const leaks = (host: string): readonly string[] => [
  `<img src="${host}/img"><img srcset="${host}/srcset 2x"><picture><source srcset="${host}/picture"><img></picture>`,
  `<video src="${host}/video" poster="${host}/poster" autoplay></video><audio src="${host}/audio" autoplay></audio>`,
  `<video><source src="${host}/source"><track src="${host}/track" default></video>`,
  `<svg><image href="${host}/svg" width="9" height="9"/><use href="${host}/use.svg#x"/></svg>`,
  `<svg><filter id="f"><feImage href="${host}/filter"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  `<input type="image" src="${host}/input"><body background="${host}/body"><table background="${host}/table"><tr><td>a</td></tr></table>`,
  ...[
    'stylesheet',
    'prefetch',
    'preload',
    'dns-prefetch',
    'preconnect',
    'modulepreload',
    'icon',
    'manifest',
  ].map((rel) => `<link rel="${rel}" as="image" href="${host}/link-${rel}">`),
  `<meta http-equiv="refresh" content="0;url=${host}/refresh"><base href="${host}/">`,
  `<iframe src="${host}/frame"></iframe><object data="${host}/object"></object><embed src="${host}/embed">`,
  `<form action="${host}/form"><input name="a" value="b"><button class="bait">a</button></form>`,
  `<button formaction="${host}/formaction" class="bait">a</button><a href="#x" ping="${host}/ping" class="bait">a</a>`,
  `<p style="background: url(${host}/inline); list-style-image: url(${host}/list); cursor: url(${host}/cursor), auto">a</p>`,
  `<style>@import url("${host}/import.css"); @font-face { font-family: leak; src: url("${host}/font"); }
   .leak { font-family: leak; background: image-set(url("${host}/set") 1x); mask-image: url("${host}/mask"); border-image: url("${host}/border") 1; }
   .leak::before { content: url("${host}/content"); } .leak { clip-path: url("${host}/clip#x"); filter: url("${host}/filter#x"); }</style><p class="leak">a</p>`,
  `<template><img src="${host}/template"></template><noscript><img src="${host}/noscript"></noscript>`,
];

test('promise: An app talks to no host that its reader did not allow: what it shows as HTML, CSS, Markdown or an icon asks nobody', async ({
  page,
  site,
  b,
}) => {
  await page.goto(
    await site.add({
      'app.py': `
import json
import streamlit as st
st.set_page_config(page_icon="${b.origin}/icon.png")
for leak in json.loads(${JSON.stringify(JSON.stringify(leaks(b.origin)))}):
    st.html(leak)
    st.markdown(leak, unsafe_allow_html=True)
    st.markdown(f"**a** {leak} *b*", unsafe_allow_html=True)
st.markdown("![a](${b.origin}/markdown)")
st.title("![a](${b.origin}/title)")
st.button("![a](${b.origin}/button)", help="![a](${b.origin}/help)")
st.text("all shown")
`,
      '.streamlit/config.toml': `[theme]
font = "leak:${b.origin}/theme"
[[theme.fontFaces]]
family = "leak"
url = "${b.origin}/face"
`,
    }),
  );
  await finished(page);
  await expect(page.getByText('all shown')).toBeVisible();
  for (const bait of await page.locator('.bait').all()) {
    await bait.evaluate((node) => (node as HTMLElement).click());
  }
  await page.waitForTimeout(1_000);
  expect(b.hits.map(({ path }) => path)).toEqual([]);
  // Chromium looks up the names of hosts in links of pages that came by http, unless it is told not to.
  await expect(page.locator('head meta[http-equiv="x-dns-prefetch-control"]')).toHaveAttribute(
    'content',
    'off',
  );
});
