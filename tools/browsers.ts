/**
 * Finds the browsers that tests drive, on any machine: an environment variable, the usual places, Playwright's own
 * folder. What is not there is fetched where that is possible (closed networks refuse Playwright's host and often have
 * Debian's packages), and else one line says what to do.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { chromium } from 'playwright';

export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** A machine without a GPU, as root, without a network: what Chromium must not try there. */
export const chromium_flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Browser {
  /** The variable that names the executable. */
  readonly variable: string;
  /** Where it usually is; patterns are allowed. The first that is there is taken. */
  readonly places: readonly string[];
  /** What else has to be there, of each list the first that is. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** Playwright's own, where it has one that serves. */
  readonly playwright: (() => string) | undefined;
  readonly debian_packages: readonly string[];
}

const browsers: Readonly<Record<BrowserName, Browser>> = {
  chromium: {
    variable: 'TABLIT_CHROMIUM',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
    ],
    parts: {},
    playwright: () => chromium.executablePath(),
    debian_packages: ['chromium'],
  },
  firefox: {
    variable: 'TABLIT_FIREFOX',
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:/Program Files/Mozilla Firefox/firefox.exe',
    ],
    parts: {},
    playwright: undefined,
    debian_packages: ['firefox-esr'],
  },
  webkit: {
    variable: 'TABLIT_WEBKIT_DRIVER',
    places: ['/usr/bin/WebKitWebDriver', '/usr/libexec/webkit2gtk-*/WebKitWebDriver'],
    parts: {
      browser: ['/usr/lib/*/webkit2gtk-4*/MiniBrowser', '/usr/libexec/webkit2gtk-4*/MiniBrowser'],
      screen: ['/usr/bin/Xvfb'],
    },
    playwright: undefined,
    debian_packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

export interface FoundBrowser {
  /** The browser, or for WebKit its driver. */
  readonly executable: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** A browser that is not on this machine; the message is one line that says what to do. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}

/** What is on this machine now; nothing is fetched. */
export function look_for_browser(name: BrowserName): FoundBrowser | undefined {
  const { variable, places, parts, playwright } = browsers[name];
  const given = process.env[variable];
  const executable = given
    ? first_of([given])
    : (first_of(places) ?? (playwright && first_of([playwright()])));
  const found = Object.entries(parts).map(([part, at]) => [part, first_of(at)] as const);
  if (executable === undefined || found.some(([, path]) => path === undefined)) return undefined;
  return { executable, parts: Object.fromEntries(found) as Record<string, string> };
}

/** The browser, fetched if need be. Throws `BrowserMissing`. */
export function find_browser(name: BrowserName): FoundBrowser {
  const { variable, playwright, debian_packages } = browsers[name];
  const attempts = [
    ...(playwright ? [() => download(name)] : []),
    ...(process.getuid?.() === 0 ? [() => install(debian_packages)] : []),
  ];
  for (const attempt of [() => undefined, ...attempts]) {
    attempt();
    const found = look_for_browser(name);
    if (found) return found;
  }
  const download_hint = playwright ? `run "npx playwright install ${name}", ` : '';
  throw new BrowserMissing(
    `No ${name} on this machine: ${download_hint}install ${debian_packages.join(' and ')} (Debian), or set ${variable}.`,
  );
}

function first_of(patterns: readonly string[]): string | undefined {
  return patterns
    .flatMap((pattern) => (pattern.includes('*') ? globSync(pattern).sort().reverse() : [pattern]))
    .find(existsSync);
}

function download(name: BrowserName): void {
  run('npx', ['playwright', 'install', name], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
}

/** Tries to install Debian's packages; whether it worked is seen by looking again. */
export function install(packages: readonly string[]): void {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

/** An attempt: whether it worked is seen by looking again. */
function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 300_000, env: { ...process.env, ...env } });
  } catch {
    // Said by `find_browser` when nothing worked.
  }
}
