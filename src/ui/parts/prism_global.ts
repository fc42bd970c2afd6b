/** Prism's core, under the global name by which the files of its languages look for it. */
import './prism_settings.ts';
import * as core from 'prismjs/components/prism-core';

/** A CommonJS file: some loaders put what it exports under `default`. */
const Prism = (core as { default?: typeof core }).default ?? core;
(globalThis as { Prism?: unknown }).Prism = Prism;

export { Prism };
