declare module 'virtual:proof-worker' {
  /** The worker's program, one classic script. */
  export const program: string;
}
