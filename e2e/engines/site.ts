/** Builds the proof's page into a folder: as a site with its engine beside it, and as one file that carries all. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { page_policy } from '../../src/sandbox/policy.ts';
import type { EngineManifest } from '../../tools/engine/manifest.ts';
import { build_bootstrap, sandbox_bootstrap, sha256_base64 } from '../../tools/sandbox/bootstrap.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Writes `index.html` and `page.js`; the engine is expected in `out/engine`, or in another folder by `?engine=`. */
export async function build_site(out: string): Promise<void> {
  const script = await page_script();
  const { sha256 } = await build_bootstrap();
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'page.js'), script);
  const policy = page_policy({ bootstrap_sha256: sha256 });
  await writeFile(join(out, 'index.html'), html(policy, '<script type="module" src="page.js"></script>'));
}

/** Writes the page and the engine of `engine` as one HTML file, which needs no server. */
export async function build_one_file(out: string, engine: string, manifest: EngineManifest): Promise<void> {
  const { sha256 } = await build_bootstrap();
  const paths = [...manifest.files, manifest.image, manifest.python].map(({ file }) => file);
  const carried = Object.fromEntries(
    await Promise.all(
      [...paths, 'engine.json'].map(
        async (path) => [path, await readFile(join(engine, path), 'base64')] as const,
      ),
    ),
  );
  const script = `globalThis.carried=${JSON.stringify(carried)};${(await page_script()).replaceAll('</script', '<\\/script')}`;
  const policy = page_policy({
    bootstrap_sha256: sha256,
    inline_sha256: [sha256_base64(script)],
    connect: ["'none'"],
  });
  await writeFile(out, html(policy, `<script type="module">${script}</script>`));
}

function html(policy: string, script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Engines</title></head><body>${script}</body></html>`;
}

async function page_script(): Promise<string> {
  return bundle(join(here, 'page.ts'), 'es', [sandbox_bootstrap(), proof_worker()]);
}

function proof_worker(): Plugin {
  const name = 'virtual:proof-worker';
  return {
    name: 'proof-worker',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: async (id) =>
      id === `\0${name}`
        ? `export const program = ${JSON.stringify(await bundle(join(here, 'worker.ts'), 'iife', []))};`
        : undefined,
  };
}

async function bundle(entry: string, format: 'es' | 'iife', plugins: Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // A library build, as any other wraps `import(url)` in a preload helper that needs `import.meta` and a document.
      lib: { entry, formats: [format], name: 'program', fileName: 'program' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no program.`);
  return chunk.code;
}
