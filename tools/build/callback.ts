/** Adds to a site the page that sign-in providers send readers back to. It runs one small script, and asks for nothing. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CALLBACK_MARK, CALLBACK_PAGE } from '../../src/share/callback.ts';
import { bundle_classic } from './bundle.ts';

/** Its policy lets it load its script and nothing else: whatever stands in its address goes nowhere. */
const policy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'";

export async function write_callback(out: string): Promise<void> {
  const script = await bundle_classic('../../src/shell/sign_in/callback_page.ts', 'tablit_callback');
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 10);
  const file = `assets/callback-${hash}.js`;
  await writeFile(join(out, file), script);
  await writeFile(join(out, CALLBACK_PAGE), page(file));
}

function page(script: string): string {
  return `<!doctype html>
<html lang="en" ${CALLBACK_MARK}>
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="referrer" content="no-referrer" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Signed in</title>
    <script defer src="./${script}"></script>
  </head>
  <body>
    <p>The app has the answer. You can close this window.</p>
  </body>
</html>
`;
}
