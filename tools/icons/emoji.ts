/**
 * Makes `src/ui/parts/emoji_names.txt`, the names of emoji as GitHub has them, from the `gemoji` package: a line each,
 * the emoji and then its names. Run it when the package changes, and commit what it wrote: `node tools/icons/emoji.ts`.
 */
import { writeFileSync } from 'node:fs';
import { gemoji } from 'gemoji';

const lines = gemoji.map(({ emoji, names }) => [emoji, ...names].join(' '));
writeFileSync(new URL('../../src/ui/parts/emoji_names.txt', import.meta.url), lines.join('\n'));
console.log(`${lines.length} emoji`);
