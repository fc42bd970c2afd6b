/** The core has the types of the whole, without its languages. */
declare module 'prismjs/components/prism-core' {
  export * from 'prismjs';
}
