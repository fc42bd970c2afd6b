/** The proof's worker: boots the engine and answers a few questions about it. */
import * as Comlink from 'comlink';
import type { BootReport, BootRequest } from '../../src/wire/api.ts';
import type { SandboxStart } from '../../src/wire/sandbox.ts';
import { boot_engine } from '../../src/worker/python/engine/boot.ts';
import { EngineError, type EngineFault } from '../../src/worker/python/engine/errors.ts';
import type { Pyodide } from '../../src/worker/python/engine/handle.ts';

export type ProofReport = BootReport | { readonly fault: EngineFault };

export interface ProofApi {
  boot(request: BootRequest): Promise<ProofReport>;
  /** The text of what a Python expression gives, or of the error it raises. */
  python(code: string): Promise<string>;
  /** Names of doors to the outside that are open from in here; empty is the promise. */
  open_doors(): Promise<readonly string[]>;
}

let pyodide: Pyodide | undefined;

const api: ProofApi = {
  async boot(request) {
    try {
      const booted = await boot_engine(request);
      if (booted.kind === 'ready') pyodide = booted.pyodide;
      return booted.report;
    } catch (error) {
      if (error instanceof EngineError) return { fault: error.to_fault() };
      throw error;
    }
  },
  async python(code) {
    try {
      return String(await pyodide?.runPythonAsync(code));
    } catch (error) {
      return String(error);
    }
  },
  async open_doors() {
    const doors: Readonly<Record<string, () => unknown>> = {
      fetch: () => fetch('https://example.com/'),
      XMLHttpRequest: () => {
        const request = new XMLHttpRequest();
        request.open('GET', 'https://example.com/', false);
        request.send();
      },
      WebSocket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://example.com/');
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
      'import of a data: module': () => import(/* @vite-ignore */ `data:text/javascript,${Math.random()}`),
      // biome-ignore lint/security/noGlobalEval: this asks whether the policy forbids it.
      eval: () => globalThis.eval('1'),
      indexedDB: () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('x');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
      // WebKit gives each opaque origin a store of its own, empty and gone with it: what counts is what others left.
      'what another sandbox cached': async () => {
        const cache = await caches.open('x');
        const left = await cache.match('https://example.com/');
        await cache.put('https://example.com/', new Response(''));
        if (!left) throw new Error('nothing');
      },
    };
    const tried = await Promise.all(
      Object.entries(doors).map(async ([name, open]) => {
        try {
          await open();
          return [name];
        } catch {
          return [];
        }
      }),
    );
    return tried.flat();
  },
};

addEventListener('message', ({ data }: MessageEvent<SandboxStart>) => Comlink.expose(api, data.calls), {
  once: true,
});
