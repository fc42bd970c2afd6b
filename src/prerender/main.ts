/** The program of a thread that `tablit build --prerender` starts, and ends when it takes too long. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PrerenderRequest } from '../share/prerender.ts';
import { start_python } from './engine.ts';
import { first_run } from './first_run.ts';

const request = workerData as PrerenderRequest;
const pyodide = await start_python(request);
parentPort?.postMessage(await first_run(pyodide, request));
