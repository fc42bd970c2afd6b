/** The worker's program: waits for its ports, then serves `WorkerApi` on one and the stream on the other. */
import { expose } from 'comlink';
import type { SandboxStart } from '../wire/sandbox.ts';
import { connect_cache } from './connect_cache.ts';
import { connect_network } from './net/connect.ts';
import { net_for_python } from './net/for_python.ts';
import { serve } from './serve.ts';

self.addEventListener(
  'message',
  (event: MessageEvent<SandboxStart>) => {
    const { calls, stream, interrupt } = event.data;
    const net = connect_network(calls, self);
    const api = serve({ stream, net: net_for_python(net), cache: connect_cache(calls), interrupt });
    expose(api, calls);
  },
  { once: true },
);
