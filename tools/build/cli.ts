/** Bundles the `tablit` command into one file that runs on Node 20.19 and later, and what stands beside it. */
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

export async function build_cli(root: string): Promise<void> {
  const out = join(root, 'dist/cli');
  await mkdir(out, { recursive: true });
  await bundle(root, 'src/cli/tablit.ts', out, 'tablit.mjs');
  await bundle(root, 'src/prerender/main.ts', out, 'prerender.mjs');
  await chmod(join(out, 'tablit.mjs'), 0o755);
  await copyFile(join(root, 'src/cli/packages/pip_for_engine.py'), join(out, 'pip_for_engine.py'));
}

async function bundle(root: string, entry: string, out: string, file: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: join(root, entry),
      target: 'node20',
      outDir: out,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: file, format: 'es', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
}
