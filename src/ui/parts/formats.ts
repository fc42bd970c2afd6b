/** All formats of numbers and moments: a chunk of their own. */
export { format_moment } from './moment_format.ts';
export { format_number } from './number_format.ts';
