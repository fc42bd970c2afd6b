/**
 * Draws the icons of the installed app from `public/icon.svg`: `node tools/icons/app_icons.ts`. They are kept in the
 * repository, so that a build needs no browser.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { find_browser } from '../browsers.ts';

const folder = fileURLToPath(new URL('../../public', import.meta.url));

interface Icon {
  readonly file: string;
  /** Pixels of a side. */
  readonly size: number;
  /** Systems cut a shape out of it: the picture stays in the middle, on a ground without corners. */
  readonly maskable?: true;
}

const icons: readonly Icon[] = [
  { file: 'icons/180.png', size: 180, maskable: true },
  { file: 'icons/192.png', size: 192 },
  { file: 'icons/512.png', size: 512 },
  { file: 'icons/maskable_512.png', size: 512, maskable: true },
];

const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
const ground = /<rect[^>]* fill="([^"]+)"/.exec(svg)?.[1];
const browser = await chromium.launch({
  executablePath: find_browser('chromium').executable,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const { file, size, maskable } of icons) {
  const picture = maskable ? svg.replace(/rx="\d+"/, '') : svg;
  const side = maskable ? '80%' : '100%';
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${maskable ? ground : 'transparent'}">${picture.replace('<svg', `<svg width="${side}" height="${side}"`)}</body>`,
  );
  await writeFile(join(folder, file), await page.screenshot({ omitBackground: !maskable }));
}
await browser.close();
