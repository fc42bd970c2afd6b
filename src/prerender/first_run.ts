/** Runs an app once without a page, and says what a page would show. No secrets, no network, nobody signed in. */
import type { PrerenderRequest, PrerenderResult } from '../share/prerender.ts';
import { read_message } from '../ui/port.ts';
import { keep_page, MOST_CHARACTERS } from '../ui/store/keep_page.ts';
import { fresh_page, type PageState, reduce } from '../ui/store/page.ts';
import type { TreeNode } from '../ui/store/tree.ts';
import type { Down } from '../wire/down.ts';
import { app_folder, write_file } from '../worker/python/app_files.ts';
import { bind_python } from '../worker/python/binding.ts';
import type { Pyodide } from '../worker/python/engine/handle.ts';
import { Session } from '../worker/runtime/session.ts';

type App = Pick<PrerenderRequest, 'entrypoint' | 'files' | 'config'>;

/** Never resolves for a script that never ends. Rejects when the engine itself breaks. */
export async function first_run(
  pyodide: Pyodide,
  { entrypoint, files, config }: App,
): Promise<PrerenderResult> {
  pyodide.FS.mkdirTree(app_folder);
  for (const [path, bytes] of files) await write_file(pyodide.FS, path, new Blob([bytes]));
  const state = await last_state(pyodide, { entrypoint, config });
  const raised = exception_of(state);
  if (raised) return raised;
  const page = keep_page(state.tree, state.config, config);
  return page ? { kind: 'page', page } : { kind: 'too_large', most: MOST_CHARACTERS };
}

/** As the page has it when the run, and those that it asks for, have ended. */
function last_state(pyodide: Pyodide, { entrypoint, config }: Omit<App, 'files'>): Promise<PageState> {
  return new Promise((resolve, reject) => {
    let state = fresh_page;
    const session = new Session({
      post(message: Down) {
        if (message.type === 'engine_failed') reject(new Error(message.message));
        // Through a clone, as a port would: what cannot be cloned must not pass here either.
        state = reduce(state, read_message(structuredClone(message)));
        const { run } = state;
        if (run.kind === 'finished' && run.outcome !== 'rerun') resolve(state);
      },
      now: () => performance.now(),
      breathe: async () => undefined,
      later: () => undefined,
    });
    const options = { entrypoint, magic: config['runner.magicEnabled'] !== false };
    // Node's way to wait in the midst of a call differs from version to version: here events can wait for the end.
    const binding = bind_python(pyodide, session, { jspi: false }, options);
    binding.set_config(config);
    binding.set_secrets({ kind: 'absent' });
    binding.set_user(undefined);
    session.connect(binding);
    session.open();
  });
}

/** Of a script that cannot be compiled, or that ended with an exception; not of one that shows an exception itself. */
function exception_of({ run, compile_error, tree }: PageState): PrerenderResult | undefined {
  const failed = run.kind === 'finished' && run.outcome === 'error';
  const error = compile_error ?? (failed ? last_exception(tree.roots) : undefined);
  if (!error) return undefined;
  const { exception_type, message, stack_trace } = error;
  return { kind: 'raised', error: `${exception_type}: ${message}`, stack_trace };
}

function last_exception(nodes: readonly TreeNode[]) {
  const all = nodes.flatMap(function inside(node): readonly TreeNode[] {
    return node.kind === 'block' ? node.children.flatMap(inside) : [node];
  });
  const found = all.map(({ element }) => element).findLast((element) => element?.type === 'exception');
  return found?.type === 'exception' ? found : undefined;
}
