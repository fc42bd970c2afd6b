/** Starts Python in this worker: a list of steps over a distribution and, where there is one, its memory image. */
import type { BootReport, BootRequest, PackageFile } from '../../../wire/api.ts';
import { EngineError } from './errors.ts';
import { type EngineFiles, open_files } from './files.ts';
import type { Pyodide } from './handle.ts';
import { install_package, package_label } from './packages.ts';
import { import_loader, import_program, load_pyodide, type Programs } from './pyodide.ts';
import { find_packages, mount_package, python_version, wake_up } from './python.ts';
import { take_import_scripts, type WorkerScope } from './scope.ts';
import { run_steps, type Step, type StepEvent, type StepTime } from './steps.ts';

/** `fallback`: the image was refused. The half-restored heap is not trusted: boot without it, in a new worker. */
export type Booted =
  | { readonly kind: 'ready'; readonly pyodide: Pyodide; readonly report: BootReport }
  | { readonly kind: 'fallback'; readonly report: BootReport & { readonly fallback: string } };

/** What the steps hand on: a field is filled by the step that makes it, and asked for only by those after it. */
interface Boot {
  readonly request: BootRequest;
  readonly scope: WorkerScope;
  readonly import_scripts: WorkerScope['importScripts'];
  readonly files: EngineFiles;
  programs?: Programs;
  wasm?: WebAssembly.Module;
  pyodide?: Pyodide;
}

const load_programs: Step<Boot> = {
  name: 'Load engine',
  fault: 'start_failed',
  run: async (boot) => {
    const { files, import_scripts } = boot;
    const [loader, create] = await Promise.all([
      files.loader.then(import_loader),
      files.program.then((script) => import_program(files.program_name, script, import_scripts)),
    ]);
    boot.programs = { loader, ...(create ? { create } : {}) };
  },
};

const compile: Step<Boot> = {
  name: 'Compile Python',
  fault: 'start_failed',
  run: async (boot) => {
    boot.wasm = await boot.files.wasm;
  },
};

const start: Step<Boot> = {
  name: 'Start Python',
  fault: 'start_failed',
  run: (boot) => begin(boot, undefined),
};

const restore: Step<Boot> = {
  name: 'Restore Python',
  fault: 'restore_failed',
  run: async (boot) => begin(boot, await boot.files.image),
};

const mount: Step<Boot> = {
  name: 'Mount streamlit',
  fault: 'start_failed',
  run: async (boot) => mount_package(filled(boot.pyodide), await boot.files.python),
};

const wake: Step<Boot> = {
  name: 'Wake Python',
  fault: 'restore_failed',
  run: (boot) => wake_up(filled(boot.pyodide)),
};

const unpack = (file: PackageFile): Step<Boot> => ({
  name: `Unpack ${package_label(file)}`,
  fault: 'damaged_package',
  file: file.file_name,
  run: async (boot) => install_package(filled(boot.pyodide), await boot.files.lock, file),
});

const find: Step<Boot> = {
  name: 'Find packages',
  fault: 'start_failed',
  run: (boot) => find_packages(filled(boot.pyodide)),
};

/** The whole start, as a list. */
function boot_steps({ distribution, packages }: BootRequest): readonly Step<Boot>[] {
  const interpreter = distribution.image ? [restore, mount, wake] : [start, mount];
  const installation = packages.length > 0 ? [...packages.map(unpack), find] : [];
  return [load_programs, compile, ...interpreter, ...installation];
}

/**
 * Starts Python in this worker, once in its life. `report` hears of each step as it starts and ends.
 *
 * Resolves with `fallback` when the memory image was refused; throws an `EngineError` for everything else. The caller
 * owns the interpreter; after a fallback or an error the worker is of no more use.
 */
export async function boot_engine(
  request: BootRequest,
  report: (event: StepEvent) => void = () => undefined,
  scope: WorkerScope = globalThis as unknown as WorkerScope,
): Promise<Booted> {
  const kind = request.distribution.image ? 'snapshot' : 'ordinary';
  const jspi = 'Suspending' in scope.WebAssembly;
  const steps: StepTime[] = [];
  try {
    const import_scripts = take_import_scripts(scope);
    const boot: Boot = { request, scope, import_scripts, files: open_files(request) };
    await run_steps(boot_steps(request), boot, report, steps);
    const pyodide = filled(boot.pyodide);
    return { kind: 'ready', pyodide, report: { kind, steps, python: python_version(pyodide), jspi } };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'restore_failed') throw error;
    return { kind: 'fallback', report: { kind, fallback: error.message, steps, python: '', jspi } };
  }
}

async function begin(boot: Boot, image: Uint8Array<ArrayBuffer> | undefined): Promise<void> {
  const { files, scope } = boot;
  const [stdlib, lock] = await Promise.all([files.stdlib, files.lock]);
  const programs = filled(boot.programs);
  boot.pyodide = await load_pyodide(scope, { programs, wasm: filled(boot.wasm), stdlib, lock, image });
}

function filled<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('A step of the start ran before the one that it needs.');
  return value;
}
