/**
 * What the worker's own globals lend to the start of an engine: modules imported from Blobs, and, while the engine
 * loads, answers to its requests from the files at hand. The frame's policy leaves it no network to ask.
 */

/** The globals that are used and replaced; a test hands in its own. */
export interface WorkerScope {
  importScripts: (...urls: string[]) => void;
  fetch: (input: URL | RequestInfo, init?: RequestInit) => Promise<Response>;
  WebAssembly: Pick<typeof WebAssembly, 'instantiateStreaming' | 'instantiate'>;
}

/**
 * Replaces `importScripts` by a function that throws, and returns what was there. Pyodide 314 refuses a classic
 * worker, which it knows by a working `importScripts`; only a classic worker starts in an opaque origin in Chromium.
 */
export function take_import_scripts(scope: WorkerScope): WorkerScope['importScripts'] {
  const kept = scope.importScripts.bind(scope);
  scope.importScripts = () => {
    throw new TypeError('importScripts is not available in this worker.');
  };
  return kept;
}

/** Calls `use` with a `blob:` URL of a script that lasts as long as the call. */
export async function with_script_url<T>(
  script: Uint8Array<ArrayBuffer>,
  use: (url: string) => T | Promise<T>,
): Promise<T> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return await use(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Runs `load` while `fetch` answers by file name from `answers` and any WebAssembly that is streamed is `module`,
 * which was being compiled long before `load` asks for it.
 */
export async function with_answers<T>(
  scope: WorkerScope,
  answers: Readonly<Record<string, BodyInit>>,
  module: WebAssembly.Module,
  load: () => Promise<T>,
): Promise<T> {
  const { fetch } = scope;
  const { instantiateStreaming } = scope.WebAssembly;
  scope.fetch = async (input) => answer(answers, input);
  scope.WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await scope.WebAssembly.instantiate(module, imports),
  });
  try {
    return await load();
  } finally {
    scope.fetch = fetch;
    scope.WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

function answer(answers: Readonly<Record<string, BodyInit>>, input: URL | RequestInfo): Response {
  const url = input instanceof Request ? input.url : String(input);
  const name = url.slice(url.lastIndexOf('/') + 1);
  const body = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (body === undefined) throw new TypeError(`The engine asked for ${name}, which is not at hand.`);
  return new Response(body);
}
