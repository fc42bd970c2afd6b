/** The worker's program: waits for its ports, then serves `WorkerApi` on one and the stream on the other. */
import { expose } from 'comlink';
import type { SandboxStart } from '../wire/sandbox.ts';
import { serve } from './serve.ts';

self.addEventListener(
  'message',
  (event: MessageEvent<SandboxStart>) => {
    const { calls, stream } = event.data;
    const api = serve(stream);
    expose(api, calls);
  },
  { once: true },
);
