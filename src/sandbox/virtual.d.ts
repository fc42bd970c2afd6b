/** Made by the Vite plugin `sandbox_bootstrap` of `tools/sandbox/bootstrap.ts`. */
declare module 'virtual:sandbox-bootstrap' {
  import type { Bootstrap } from './frame.ts';

  export const bootstrap: Bootstrap;
}
