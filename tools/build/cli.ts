/** Bundles the `tablit` command into one file that runs on Node 20.19 and later, and what stands beside it. */
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

export async function build_cli(root: string): Promise<void> {
  const out = join(root, 'dist/cli');
  await mkdir(out, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: join(root, 'src/cli/tablit.ts'),
      target: 'node20',
      outDir: out,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'tablit.mjs', format: 'es', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  await chmod(join(out, 'tablit.mjs'), 0o755);
  await copyFile(join(root, 'src/cli/packages/pip_for_engine.py'), join(out, 'pip_for_engine.py'));
}
