/**
 * `npm run audit`: asks the registry what became known of the packages in the lock file. A registry that cannot be asked
 * (no network, a mirror that answers no audits) is said, and is no failure: nothing is known either way, and a build must
 * not hang on another's service. What it finds is a failure.
 */
import { spawn } from 'node:child_process';
import { root } from './run.ts';

export interface Finding {
  readonly name: string;
  readonly severity: string;
  /** Titles and addresses of what is known; of a package that is bad by what it needs, the names of that. */
  readonly reasons: readonly string[];
}

export type Verdict =
  | { readonly kind: 'audited'; readonly packages: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'not_audited'; readonly why: string };

/** What `npm audit --json` prints, of version 2. */
interface Report {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  readonly metadata?: { readonly dependencies?: { readonly total?: number } };
  /** When there is no report. */
  readonly error?: { readonly code?: string; readonly summary?: string };
  readonly message?: string;
}

interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
}

export function read_audit(printed: string): Verdict {
  let report: Report;
  try {
    report = JSON.parse(printed.slice(printed.indexOf('{'))) as Report;
  } catch {
    return { kind: 'not_audited', why: 'npm gave no report' };
  }
  const { vulnerabilities, metadata, error, message } = report;
  if (!vulnerabilities || !metadata) {
    return { kind: 'not_audited', why: error?.summary || message || error?.code || 'npm gave no report' };
  }
  const findings = Object.values(vulnerabilities).map(({ name, severity, via }) => ({
    name,
    severity,
    reasons: via.map((one) => (typeof one === 'string' ? `needs ${one}` : `${one.title} (${one.url})`)),
  }));
  return { kind: 'audited', packages: metadata.dependencies?.total ?? 0, findings };
}

/** One try of at most twenty seconds for each request: npm's own patience is minutes. */
const quick = ['--fetch-retries=0', '--fetch-timeout=20000'];

/** Audits the lock file in `folder`. Never rejects. `options` are further ones of npm's. */
export function audit(folder: string, options: readonly string[] = []): Promise<Verdict> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['audit', '--json', ...quick, ...options], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('error', () => resolve({ kind: 'not_audited', why: 'there is no npm' }));
    child.on('close', () => resolve(read_audit(printed)));
  });
}

/** What is said, and the exit code. */
export function say(verdict: Verdict): { readonly lines: readonly string[]; readonly code: 0 | 1 } {
  if (verdict.kind === 'not_audited') {
    return {
      lines: [`NOT AUDITED: ${verdict.why}.`, 'Nothing is known either way; this is no failure.'],
      code: 0,
    };
  }
  const { packages, findings } = verdict;
  if (findings.length === 0)
    return { lines: [`Audited: nothing is known of ${packages} packages.`], code: 0 };
  const lines = findings.map(
    ({ name, severity, reasons }) => `${severity.toUpperCase()} ${name}: ${reasons.join('; ')}`,
  );
  return { lines: [...lines, 'Run `npm audit` for what mends it.'], code: 1 };
}

if (import.meta.main) {
  const { lines, code } = say(await audit(root));
  for (const line of lines) console.log(line);
  process.exitCode = code;
}
