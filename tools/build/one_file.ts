/**
 * Makes `dist/one_file/page.html`: the page as one HTML file that waits for what it is to carry. Script, style sheets
 * and fonts stand in it; the policy allows the script by its hash.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { page_policy } from '../../src/sandbox/policy.ts';
import { CARRIED_PLACE, ONE_FILE_MARK } from '../../src/share/one_file.ts';
import { SITE_ELEMENT } from '../../src/share/site.ts';
import { build_bootstrap, sha256_base64 } from '../sandbox/bootstrap.ts';
import { type Whole, with_fonts } from './whole.ts';

export async function write_one_file(root: string, whole: Whole, out: string): Promise<void> {
  const icon = await readFile(join(root, 'public/icon.svg'), 'base64');
  const { sha256 } = await build_bootstrap();
  const script = inline(whole.script);
  const style = with_fonts(whole, (_name, bytes) => `data:font/woff2;base64,${base64(bytes)}`);
  if (/<\/style/i.test(style)) throw new Error('A style sheet would end its own element.');
  const policy = page_policy({ bootstrap_sha256: sha256, inline_sha256: [sha256_base64(script)] });
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, page({ policy, style, script, icon }));
}

interface Parts {
  readonly policy: string;
  readonly style: string;
  readonly script: string;
  /** SVG in base64. */
  readonly icon: string;
}

/** The script is `async`: it runs while the rest of the file is still being read. */
function page({ policy, style, script, icon }: Parts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${ONE_FILE_MARK}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Tablit</title>
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<div id="portal" data-testid="portal"></div>
<noscript>This page runs an app in your browser and needs JavaScript.</noscript>
<script type="application/json" id="${SITE_ELEMENT}"></script>
<script type="module" async>${script}</script>
${CARRIED_PLACE}
</body>
</html>
`;
}

/** Texts in a program that would end its element, or open a comment that swallows the end, in another spelling. */
function inline(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
