/** What the memory image holds: a page that starts from it imports nothing more for itself, which would take longer than all else. */
import { loadPyodide } from 'pyodide';
import { expect, it } from 'vitest';
import { bind_python } from '../../src/worker/python/binding.ts';
import type { Pyodide } from '../../src/worker/python/engine/handle.ts';
import { mount_package } from '../../src/worker/python/engine/python.ts';
import { Session } from '../../src/worker/runtime/session.ts';
import { image_modules } from '../../tools/engine/modules.ts';
import { zip_python } from '../../tools/engine/python_zip.ts';

const source =
  'import streamlit as st\nnumber = st.slider("Number", 0, 10)\nst.text(number)\nst.markdown("*x*")\n';

it('a start and a first run import nothing that the image has not', async () => {
  const pyodide = (await loadPyodide()) as unknown as Pyodide;
  mount_package(pyodide, await zip_python());
  pyodide.runPython(
    `import importlib, sys\nfor name in "${image_modules.join(' ')}".split(): importlib.import_module(name)\nbefore = set(sys.modules)`,
  );
  const session = new Session({
    post(message) {
      if (message.type === 'run_finished') finished(message.outcome);
    },
    now: () => performance.now(),
    breathe: async () => undefined,
    later: () => undefined,
  });
  let finished = (_outcome: string): void => undefined;
  const outcome = new Promise<string>((resolve) => {
    finished = resolve;
  });
  const binding = bind_python(pyodide, session, { jspi: false }, { entrypoint: 'app.py', magic: true });
  binding.set_secrets({ kind: 'absent' });
  pyodide.FS.writeFile('/app/app.py', source);
  session.connect(binding);
  session.open();
  expect(await outcome).toBe('success');
  const more = String(pyodide.runPython('" ".join(sorted(set(sys.modules) - before))'));
  expect(more.split(' ').filter((name) => name !== '' && name !== '__main__')).toEqual([]);
}, 60_000);
