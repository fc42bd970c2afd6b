/// <reference path="../../src/sandbox/virtual.d.ts" />
/** The proof's page: loads an engine folder, starts the sandbox, and puts what it can do on `window.proof`. */

import { program } from 'virtual:proof-worker';
import { bootstrap } from 'virtual:sandbox-bootstrap';
import * as Comlink from 'comlink';
import { SandboxError } from '../../src/sandbox/errors.ts';
import { type Sandbox, start_sandbox } from '../../src/sandbox/frame.ts';
import type { BootRequest, PackageFile } from '../../src/wire/api.ts';
import type { EngineManifest } from '../../tools/engine/manifest.ts';
import type { ProofApi, ProofReport } from './worker.ts';

export interface Timed {
  readonly report: ProofReport;
  /** Milliseconds from the start of the sandbox to the end of the boot, files at hand. */
  readonly boot_ms: number;
  /** Milliseconds from the start of the page's navigation. */
  readonly page_ms: number;
}

export interface Proof {
  boot(options?: {
    readonly image?: 'whole' | 'damaged' | 'none';
    readonly without?: string;
    readonly cut?: string;
  }): Promise<Timed>;
  python(code: string): Promise<string>;
  open_doors(): Promise<readonly string[]>;
  /** The code of the error when the worker's program is no JavaScript, or the policy refuses the frame's script. */
  start_broken(what: 'program' | 'bootstrap'): Promise<string>;
  violations: string[];
}

declare global {
  var proof: Proof;
  /** A one-file page carries its files: base64 by path. */
  var carried: Readonly<Record<string, string>> | undefined;
}

const folder = new URLSearchParams(location.search).get('engine') ?? 'engine';
let sandbox: Sandbox | undefined;
let worker: Comlink.Remote<ProofApi> | undefined;

const violations: string[] = [];
addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
);

globalThis.proof = {
  violations,
  async boot({ image = 'whole', without, cut } = {}) {
    sandbox?.dispose();
    const whole = await load();
    const files = Object.fromEntries(
      Object.entries(whole.distribution.files)
        .filter(([name]) => name !== without)
        .map(([name, blob]) => [name, name === cut ? blob.slice(0, blob.size >> 1) : blob]),
    );
    const held = whole.distribution.image;
    const distribution = { version: whole.distribution.version, files };
    const images = { whole: held, damaged: held && damage(held), none: undefined };
    const chosen = images[image];
    const request: BootRequest = {
      ...whole,
      distribution: chosen ? { ...distribution, image: chosen } : distribution,
    };
    const start = performance.now();
    sandbox = await start_sandbox({ program: new Blob([program]), parent: document.body, bootstrap });
    worker = Comlink.wrap<ProofApi>(sandbox.calls);
    const failed = sandbox.failed.then((error) => Promise.reject(error));
    const report = await Promise.race([worker.boot(request), failed]);
    return { report, boot_ms: performance.now() - start, page_ms: performance.now() };
  },
  python: async (code) => (await worker?.python(code)) ?? 'no worker',
  open_doors: async () => (await worker?.open_doors()) ?? ['no worker'],
  async start_broken(what) {
    const text = what === 'bootstrap' ? `${bootstrap.text} ` : bootstrap.text;
    const code = what === 'program' ? 'no script' : program;
    const options = { parent: document.body, bootstrap: { ...bootstrap, text }, patience: 2000 };
    try {
      const broken = await start_sandbox({ ...options, program: new Blob([code]) });
      return await broken.failed.then((error) => error.code).finally(broken.dispose);
    } catch (error) {
      return error instanceof SandboxError ? error.code : String(error);
    }
  },
};

/** Half of it, with other bytes in the middle: cut short and wrong. */
function damage(image: Blob): Blob {
  const middle = image.size >> 2;
  return new Blob([image.slice(0, middle), new Uint8Array(64).fill(7), image.slice(middle + 64)]);
}

async function load(): Promise<BootRequest> {
  const manifest = JSON.parse(await (await read('engine.json')).text()) as EngineManifest & {
    readonly packages?: readonly { readonly name: string; readonly file: string }[];
  };
  const files = Object.fromEntries(
    await Promise.all(manifest.files.map(async ({ name, file }) => [name, await read(file)] as const)),
  );
  const packages: readonly PackageFile[] = await Promise.all(
    (manifest.packages ?? []).map(async ({ name, file }) => ({
      name,
      file_name: file,
      data: await read(file),
    })),
  );
  const [image, python] = await Promise.all([
    manifest.image && read(manifest.image.file),
    read(manifest.python.file),
  ]);
  return {
    distribution: { version: manifest.version, files, ...(image ? { image } : {}) },
    python,
    packages,
  };
}

async function read(path: string): Promise<Blob> {
  const text = globalThis.carried?.[path];
  if (text !== undefined) return new Blob([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))]);
  const response = await fetch(`${folder}/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.blob();
}
