/** The page's program in one piece: no chunks; what is loaded late elsewhere is in it, and still runs late. */
import { join } from 'node:path';
import { build } from 'vite';

export interface Whole {
  readonly script: string;
  /** Names its fonts as `url(./font.woff2)`. */
  readonly style: string;
  /** By file name. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

export async function build_whole(root: string): Promise<Whole> {
  const result = await build({
    root,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/shell/main.tsx'), output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const scripts = outputs.flatMap((output) => (output.type === 'chunk' ? [output.code] : []));
  const assets = outputs.flatMap((output) => (output.type === 'asset' ? [output] : []));
  const styles = assets.filter(({ fileName }) => fileName.endsWith('.css'));
  const fonts = assets.filter(({ fileName }) => fileName.endsWith('.woff2'));
  const [script] = scripts;
  const [style] = styles;
  const others = assets.length - styles.length - fonts.length;
  if (!script || !style || scripts.length + styles.length !== 2 || others > 0) {
    throw new Error(
      `Expected one script, one style sheet and fonts: ${outputs.map(({ fileName }) => fileName)}`,
    );
  }
  const named = fonts.map(({ fileName, source }) => [base_name(fileName), bytes_of(source)] as const);
  return { script, style: String(style.source), fonts: new Map(named) };
}

function base_name(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function bytes_of(source: string | Uint8Array): Uint8Array {
  return typeof source === 'string' ? new TextEncoder().encode(source) : source;
}

/** Replaces each font's address in the style sheet. */
export function with_fonts(
  { style, fonts }: Whole,
  address: (name: string, bytes: Uint8Array) => string,
): string {
  return style.replaceAll(/url\((?:"|')?(?:\.\/)?([\w.-]+\.woff2)(?:"|')?\)/g, (whole, name: string) => {
    const bytes = fonts.get(name);
    return bytes ? `url(${address(name, bytes)})` : whole;
  });
}
