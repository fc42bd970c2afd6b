/** Vite plugins of the page: the frame's bootstrap, the policy in the head, KaTeX's fonts without the old formats. */
import type { Plugin } from 'vite';
import { page_policy } from '../../src/sandbox/policy.ts';
import { build_bootstrap, sandbox_bootstrap } from '../sandbox/bootstrap.ts';

export function page_plugins(): Plugin[] {
  return [sandbox_bootstrap(), policy(), woff2_only()];
}

/** Replaces `<!-- policy -->` in `index.html` by the page's policy. */
function policy(): Plugin {
  return {
    name: 'tablit:policy',
    async transformIndexHtml(html) {
      const { sha256 } = await build_bootstrap();
      const content = page_policy({ bootstrap_sha256: sha256 });
      return html.replace(
        '<!-- policy -->',
        `<meta http-equiv="Content-Security-Policy" content="${content}" />`,
      );
    },
  };
}

/** Style sheets that name a font in three formats keep woff2: every browser that runs WebAssembly reads it. */
function woff2_only(): Plugin {
  return {
    name: 'tablit:woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex.*\.css$/.test(id)) return undefined;
      return code.replaceAll(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\([^)]+\)/g, '');
    },
  };
}
