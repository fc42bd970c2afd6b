/**
 * Writes `NOTICES.md`: the licences of what the page, the engine and the CLI carry. Run after a dependency changes;
 * `--check` fails when the file is out of date.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';
import { shipped } from './shipped.ts';

function licence_text(name: string): string {
  const [file] = globSync(['LICENSE*', 'LICENCE*', 'license*', 'OFL*', 'COPYING*'], {
    cwd: join(root, 'node_modules', name),
  }).sort();
  return file === undefined ? '' : readFileSync(join(root, 'node_modules', name, file), 'utf8').trim();
}

const sections = shipped().map(({ name, version, license = 'see its repository' }) => {
  const text = licence_text(name);
  const quoted = text === '' ? '' : `\n\n\`\`\`\n${text}\n\`\`\``;
  return `## ${name} ${version}\n\n${license}${quoted}`;
});
const notices = `# Notices

Tablit carries the work of others. Pyodide carries CPython (Python Software Foundation License) and the C libraries that it is built with.

${sections.join('\n\n')}
`;
const target = join(root, 'NOTICES.md');
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== notices) {
    console.error('NOTICES.md is out of date. Run `node tools/notices.ts`.');
    process.exitCode = 1;
  }
} else writeFileSync(target, notices);
