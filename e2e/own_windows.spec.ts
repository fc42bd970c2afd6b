/**
 * What an app shows can restyle and cover all of the page but the page's own windows and questions: each attack is a
 * style, an option or some HTML of an app's, and the windows are compared with those of a page without it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { link_of, type Project } from '../src/share/index.ts';
import { axe_findings, own_window } from './fixtures/axe.ts';
import { expect, test } from './fixtures/network.ts';
import { finished } from './fixtures/test.ts';

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));

function project_of(files: Readonly<Record<string, string>>): Project {
  return {
    entrypoint: 'app.py',
    files: new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])),
  };
}

/** Opens a stranger's app by a link; it may be waiting for an answer afterwards. */
async function open_stranger(
  page: Page,
  home: string,
  files: Readonly<Record<string, string>>,
  query = '',
): Promise<void> {
  const link = new URL(await link_of(project_of(files), home));
  link.search = query;
  await page.goto(link.href);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByTestId('stApp')).toBeAttached({ timeout: 20_000 });
}

const home_of = (site: { add(files: Readonly<Record<string, string>>): Promise<string> }) =>
  site.add({ 'app.py': 'import streamlit as st' });

const shield = (page: Page) =>
  page.getByRole('button', { name: 'Permissions, secrets and data of this app' });

/** A font whose letters are not what they say, from the build itself. */
function other_font(): string {
  const folder = join(import.meta.dirname, '../dist/site/assets');
  const file = readdirSync(folder).find((name) => /^KaTeX_Script.*woff2$/.test(name));
  if (!file) throw new Error('The build has no such font.');
  return readFileSync(join(folder, file)).toString('base64');
}

const hidden = 'display: none !important; visibility: hidden !important; opacity: 0 !important;';

const font_faces = (): string =>
  ['Source Sans', 'system-ui', 'sans-serif', 'monospace', 'Source Code Pro', 'Arial']
    .map(
      (name) => `@font-face { font-family: "${name}"; src: url("data:font/woff2;base64,${other_font()}"); }`,
    )
    .join('\n');

/** Styles of an app, in groups that would each do. */
const attacks: Readonly<Record<string, () => string>> = {
  'hides by name': () => `dialog, .stPanel, .stOwn, [class*="stChrome"], [data-testid] { ${hidden} }`,
  'hides everything': () => `html, body, * { ${hidden} }`,
  'moves everything': () =>
    '* { transform: translateX(-9999px) !important; position: fixed !important; inset: 9999px !important; }',
  'makes everything small': () => 'html { zoom: 0.01 !important; font-size: 1px !important; scale: 0.01; }',
  'skips the content': () =>
    'html { content-visibility: hidden !important; contain: strict !important; height: 0 !important; }',
  'clips and filters the root': () =>
    'html { clip-path: inset(50%) !important; filter: opacity(0) !important; mask: linear-gradient(transparent, transparent) !important; mix-blend-mode: difference !important; }',
  'makes the root inert': () =>
    'html, html * { interactivity: inert !important; pointer-events: none !important; user-select: none !important; }',
  'animates the root': () =>
    '@keyframes away { from, to { opacity: 0; display: none; visibility: hidden; zoom: 0.01; } } html, html * { animation: away 100000s infinite !important; }',
  'begins a transition that does not end': () =>
    'html, html * { transition: all 100000s steps(1, end) !important; opacity: 0; zoom: 0.01; }',
  inherits: () =>
    'html, html * { color: transparent !important; -webkit-text-fill-color: transparent !important; font: 1px/0 fantasy !important; letter-spacing: 9em !important; text-indent: -999px !important; text-transform: uppercase !important; direction: rtl !important; writing-mode: vertical-rl !important; -webkit-text-security: disc !important; cursor: none !important; color-scheme: dark !important; accent-color: red; quotes: "x"; }',
  'sets the page’s properties': () =>
    'html, html * { --st-text-color: transparent !important; --st-background-color: transparent !important; --st-primary-color: transparent !important; --st-font: fantasy !important; --st-base-font-size: 1px !important; --st-base-radius: 500px !important; }',
  'declares the page’s properties': () =>
    ['text-color', 'background-color', 'primary-color', 'primary-contrast-color', 'faded-text-color']
      .map((name) => `@property --st-${name} { syntax: "*"; inherits: false; initial-value: transparent; }`)
      .join('\n'),
  'brings fonts of the same names': font_faces,
  'lies over it': () =>
    'html::before, body::before, .stApp::before, .stPanel::before, .stPanel::after { content: "Nothing to see" !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: red !important; }',
  'changes what is behind it': () =>
    '::backdrop { background: black !important; opacity: 1 !important; z-index: 9 !important; }',
  'puts the answers in another order': () =>
    'button { order: -1 !important; position: absolute !important; } footer { flex-direction: row-reverse !important; } [aria-disabled] { all: unset !important; }',
};

/** The inside of a window: at its round corners the page shows. */
async function inside(page: Page, window: Locator): Promise<Buffer> {
  const box = await window.boundingBox();
  if (!box) throw new Error('The window is not shown.');
  const clip = { x: box.x + 12, y: box.y + 12, width: box.width - 24, height: box.height - 24 };
  return page.screenshot({ clip, animations: 'allow', caret: 'hide' });
}

/** The greatest difference of one colour of one pixel, of 255; 255 for pictures of two sizes. A raster is never quite the same. */
function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const blob = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
          const bitmap = await createImageBitmap(blob);
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 255;
      return a.data.reduce((most, value, index) => Math.max(most, Math.abs(value - (b.data[index] ?? 0))), 0);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/** All attacks as one sheet, those that exclude each other too: the later ones win. */
const all_attacks = () =>
  Object.values(attacks)
    .map((attack) => attack())
    .join('\n');

const asking = (origin: string, before: string) => `
import urllib.request
import streamlit as st
${before}
st.text(urllib.request.urlopen("${origin}/json").read().decode())
`;

async function ready_question(page: Page): Promise<Locator> {
  const question = page.getByTestId('stPermissionsQuestion');
  await expect(question.getByRole('button', { name: 'Allow once' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
    {
      timeout: 20_000,
    },
  );
  return question;
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('promise: The page’s own windows are out of reach for apps: no style changes a pixel of a question', async ({
  page,
  site,
  a,
}) => {
  test.slow();
  await page.goto(await site.add({ 'app.py': asking(a.origin, '') }));
  const question = await ready_question(page);
  const box = await question.boundingBox();
  const picture = await inside(page, question);
  for (const [name, attack] of Object.entries(attacks)) {
    const style = await page.addStyleTag({ content: attack() });
    if (name.includes('fonts')) await page.evaluate(() => document.fonts.ready);
    expect(await question.boundingBox(), name).toEqual(box);
    expect(await difference(page, picture, await inside(page, question)), name).toBeLessThan(9);
    await style.evaluate((node) => (node as HTMLElement).remove());
  }
  await page.addStyleTag({ content: all_attacks() });
  await question.getByRole('button', { name: 'Allow once' }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByTestId('stText')).toHaveText('{"n":42}');
});

for (const [name, show] of [
  ['st.html', 'st.html(f"<style>{css}</style>")'],
  ['st.markdown', 'st.markdown(f"<style>{css}</style>", unsafe_allow_html=True)'],
] as const) {
  test(`promise: The page’s own windows are out of reach for apps: styles of ${name} that were there before`, async ({
    page,
    site,
    a,
  }) => {
    const css = JSON.stringify(all_attacks().replaceAll('\n', ' '));
    await page.goto(await site.add({ 'app.py': asking(a.origin, '') }));
    const picture = await inside(page, await ready_question(page));
    await page.goto(
      await site.add({ 'app.py': asking(a.origin, `css = ${css}\n${show}\nimport time; time.sleep(1)`) }),
    );
    const question = await ready_question(page);
    // The attack is real: the page itself is gone.
    await expect(page.getByTestId('stApp')).toHaveCSS('opacity', '0');
    expect(await difference(page, picture, await inside(page, question))).toBeLessThan(9);
    await question.getByRole('button', { name: 'Don’t allow' }).click();
    await expect(question).toHaveCount(0);
    expect(a.hits).toEqual([]);
  });
}

const cover = `
import streamlit as st
st.html('''<div style="position: fixed; inset: 0; z-index: 2147483647; background: white">Nothing here</div>''')
st.html('''<div popover="manual" id="p" style="inset: 0; width: 100vw; height: 100vh">Over all</div>
<button popovertarget="p" command="show-popover" commandfor="p" class="bait">Open</button>
<dialog open id="d" style="position: fixed; inset: 0">Over all</dialog>
<button command="show-modal" commandfor="d" class="bait">Open</button>''')
st.html("<style>header, .stPanel, [data-testid=stToolbar], [data-testid=stMainMenu] { ${hidden} }</style>")
`;

for (const [name, files, query] of [
  ['by client.toolbarMode', { '.streamlit/config.toml': '[client]\ntoolbarMode = "minimal"' }, ''],
  ['by ?embed=true', {}, '?embed=true'],
  ['by its styles', {}, ''],
] as const) {
  test(`promise: The page’s own windows are out of reach for apps: a stranger’s app hides the menu ${name}`, async ({
    page,
    site,
  }) => {
    const by_styles = name.includes('styles');
    const source = by_styles ? cover : 'import streamlit as st\nst.text("here")';
    await open_stranger(page, await home_of(site), { 'app.py': source, ...files }, query);
    await finished(page);
    if (by_styles) {
      for (const bait of await page.locator('.bait').all())
        await bait.evaluate((node) => (node as HTMLElement).click());
      expect(await page.evaluate(() => document.querySelectorAll(':popover-open, :modal').length)).toBe(0);
    } else await expect(page.getByRole('button', { name: 'Main menu' })).toHaveCount(0);
    for (const panel of ['Permissions', 'Secrets', 'Vault', 'Delete']) {
      await shield(page).click();
      await page.getByTestId('stStrangerControls').getByRole('button', { name: panel, exact: true }).click();
      const opened = page.locator('.stPanel').getByRole('dialog');
      await expect(
        opened.getByRole('heading', { name: panel === 'Vault' ? /vault/i : panel, level: 2 }),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(opened).toHaveCount(0);
    }
  });
}

test('promise: The page’s own windows are out of reach for apps: a list or a tooltip that is as large as the page', async ({
  page,
  site,
  a,
}) => {
  const huge =
    '[popover] { position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; max-height: none !important; background: red !important; }';
  await open_stranger(page, await home_of(site), {
    'app.py': asking(
      a.origin,
      `st.html("<style>${huge}</style>")\nst.selectbox("City", ["Rome", "Oslo"])\nif not st.button("Go"): st.stop()`,
    ),
  });
  await finished(page);
  await page.getByRole('combobox').click();
  await expect(page.locator('[popover]:popover-open').first()).toBeVisible();
  await shield(page).click();
  await expect(page.getByTestId('stStrangerControls')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go' }).click();
  const question = await ready_question(page);
  const over = await page.evaluate(() => {
    const element = document.createElement('div');
    element.popover = 'manual';
    document.body.append(element);
    element.showPopover();
    return element.matches(':popover-open');
  });
  expect(over).toBe(false);
  await question.getByRole('button', { name: 'Don’t allow' }).click();
});

test('an own app hides its menu as it likes, and has no such button', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("here")', {
    '.streamlit/config.toml': '[client]\ntoolbarMode = "minimal"',
  });
  await expect(page.getByRole('button', { name: 'Main menu' })).toHaveCount(0);
  await expect(shield(page)).toHaveCount(0);
});

test('promise: The page’s own windows are out of reach for apps: an imitation lacks the reader’s signs', async ({
  page,
  site,
  a,
}) => {
  const home = await home_of(site);
  await open_stranger(page, home, {
    'app.py': `
import urllib.request
import streamlit as st
with st.container(key="imitation"):
    st.html('<div role="dialog" class="stChromeDialog stUnlockDialog"><h2>Unlock the vault</h2><p class="stChromeDialogSigns">Your signs: ?</p></div>')
    st.text_input("Passphrase", type="password")
try:
    st.text(urllib.request.urlopen("${a.origin}/json").read().decode())
except OSError:
    st.text("refused")
`,
  });
  const question = await ready_question(page);
  const said = (await question.getByText(/^Your signs: /).textContent()) ?? '';
  const signs = said.replace('Your signs: ', '');
  expect(signs).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
  expect(await page.evaluate(() => document.body.innerHTML)).not.toContain(signs);
  await question.getByRole('button', { name: 'Don’t allow' }).click();
  await expect(page.getByText('refused')).toBeVisible();
  await shield(page).click();
  await expect(page.getByTestId('stStrangerControls').getByText(`Your signs: ${signs}`)).toBeVisible();
  // The same at the next visit, and said before the app runs.
  await page.goto('about:blank');
  await page.goto(await link_of(project_of({ 'app.py': 'import streamlit as st' }), home));
  await expect(page.getByTestId('stStranger')).toContainText(signs);
});

test('keys typed into a window are no shortcuts of the app', async ({ page, site, a }) => {
  await page.goto(
    await site.add({
      'app.py': `
import streamlit as st
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(f"{st.session_state.runs} runs")
`,
    }),
  );
  await expect(page.getByTestId('stText')).toHaveText('1 runs', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Secrets' }).click();
  const field = page.getByTestId('stSecretsPanel').getByLabel('Passphrase', { exact: true });
  await field.pressSequentially('r c r');
  await expect(field).toHaveValue('r c r');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('stText')).toHaveText('1 runs');
  expect(a.hits).toEqual([]);
});

const pictures = process.env['PICTURES'];

for (const width of [1280, 390]) {
  for (const theme of ['light', 'dark'] as const) {
    test(`the button of a stranger’s app is for everybody: ${width} px, ${theme}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await open_stranger(page, await home_of(site), {
        'app.py':
          'import streamlit as st\nst.title("Weather")\nst.write("Sunny, 21 °C.")\nst.button("Again")',
      });
      await finished(page);
      expect(await axe_findings(page)).toEqual([]);
      if (pictures) await page.screenshot({ path: `${pictures}/stranger-button-${theme}-${width}.png` });
      await shield(page).focus();
      await page.keyboard.press('Enter');
      const controls = page.getByTestId('stStrangerControls');
      await expect(controls).toBeVisible();
      expect(await axe_findings(page, own_window)).toEqual([]);
      if (pictures) await page.screenshot({ path: `${pictures}/stranger-controls-${theme}-${width}.png` });
      await page.keyboard.press('Escape');
      await expect(shield(page)).toBeFocused();
    });
  }
}
