/** Builds a program of its own, apart from the page's, as one classic script. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `entry`: a path from this folder. `name`: of the global that its exports would go into. */
export async function bundle_classic(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // A library: an ordinary build wraps `import(url)` in a helper that is meant for documents.
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`${entry} was not built.`);
  return output.output[0].code;
}
