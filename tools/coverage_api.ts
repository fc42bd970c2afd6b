/**
 * `npm run coverage:api`: how much of Streamlit's public API is here, by family, from the project's copy of the table
 * (`docs/api/streamlit_1_67.json`). `npm run coverage:api -- --missing` names what is not.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { package_folder, python_env } from './python_env.ts';

export interface Row {
  readonly family: string;
  readonly name: string;
  /** `other`: there, with another signature. `gone`: Streamlit removed it, and it is not here either. */
  readonly verdict: 'same' | 'other' | 'missing' | 'gone';
}

interface Count {
  readonly family: string;
  readonly total: number;
  readonly same: number;
  readonly other: number;
}

/** What became of each row, asked of the Python package itself. */
function read(): readonly Row[] {
  const script = join(package_folder, 'tests/api_table.py');
  return JSON.parse(execFileSync(python_env(), [script], { encoding: 'utf8', cwd: package_folder }));
}

export function count(rows: readonly Row[]): readonly Count[] {
  const wanted = rows.filter((row) => row.verdict !== 'gone');
  const families = [...new Set(wanted.map((row) => row.family))];
  return families.map((family) =>
    sum(
      family,
      wanted.filter((row) => row.family === family),
    ),
  );
}

function sum(family: string, rows: readonly Row[]): Count {
  const of = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return { family, total: rows.length, same: of('same'), other: of('other') };
}

export function table(rows: readonly Row[]): string {
  const counts = count(rows);
  const lines = [
    ...counts,
    sum(
      'All',
      rows.filter((row) => row.verdict !== 'gone'),
    ),
  ];
  const wide = Math.max(...lines.map((line) => line.family.length));
  return lines
    .map(({ family, total, same, other }) => {
      const share = `${Math.round((100 * (same + other)) / total)} %`.padStart(6);
      const note = other > 0 ? `, ${other} with another signature` : '';
      return `${family.padEnd(wide)} ${share}  ${same + other} of ${total}${note}`;
    })
    .join('\n');
}

function main(): void {
  const rows = read();
  console.log(table(rows));
  if (!process.argv.includes('--missing')) return;
  for (const row of rows.filter((one) => one.verdict === 'missing')) console.log(`missing  ${row.name}`);
}

if (import.meta.main) main();
