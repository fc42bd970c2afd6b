/**
 * Asks the registry what became known of the packages in the lock file (`npm audit`). A registry that cannot be asked, a
 * mirror for instance, is said and is no failure: the next machine may have one that can.
 */
import { spawnSync } from 'node:child_process';
import { root } from './run.ts';

export type Verdict =
  | { readonly kind: 'audited'; readonly serious: number; readonly other: number }
  | { readonly kind: 'not_audited'; readonly why: string };

const SERIOUS = ['high', 'critical'];

/** What `npm audit --json` printed. */
export function read_audit(printed: string): Verdict {
  const start = printed.indexOf('{');
  let report: Report;
  try {
    report = JSON.parse(printed.slice(start)) as Report;
  } catch {
    return { kind: 'not_audited', why: 'npm gave no report' };
  }
  const counts = report.metadata?.vulnerabilities;
  if (!counts) {
    const why = report.error?.summary || report.message || report.error?.code || 'npm gave no report';
    return { kind: 'not_audited', why };
  }
  const of = (levels: readonly string[]) => levels.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
  const serious = of(SERIOUS);
  return { kind: 'audited', serious, other: of(['info', 'low', 'moderate']) };
}

interface Report {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly error?: { readonly code?: string; readonly summary?: string };
  readonly message?: string;
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 120_000 });
  const verdict = read_audit(stdout ?? '');
  if (verdict.kind === 'not_audited') {
    console.warn(
      `Not audited: ${verdict.why}. This registry does not answer audits; nothing is known either way.`,
    );
  } else {
    console.log(`Audited: ${verdict.serious} serious, ${verdict.other} other.`);
    if (verdict.serious > 0) {
      console.error('Run `npm audit` and see which packages.');
      process.exitCode = 1;
    }
  }
}
