/** Builds a program of its own, apart from the page's, as one script. */
import { fileURLToPath } from 'node:url';
import { build, type LibraryOptions } from 'vite';

/** A classic script. `entry`: a path from this folder. `name`: of the global that its exports go into. */
export function bundle_classic(entry: string, name: string): Promise<string> {
  return bundle(entry, { formats: ['iife'], name });
}

/** A module, which keeps its exports. */
export function bundle_module(entry: string): Promise<string> {
  return bundle(entry, { formats: ['es'] });
}

async function bundle(entry: string, lib: Omit<LibraryOptions, 'entry'>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // A library: an ordinary build wraps `import(url)` in a helper that is meant for documents.
      // Left to itself it keeps the white space of modules.
      rolldownOptions: { output: { minify: true } },
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), ...lib },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`${entry} was not built.`);
  return output.output[0].code;
}
