/** What of an app's folder stays behind, and why. */
import { type LeftOutReason, secret_file } from '../share/index.ts';

export type WhyItStays = LeftOutReason | 'built';

export interface Stays {
  /** With `/`, from the app's folder; a folder and all below it with a slash at its end. */
  readonly path: string;
  readonly reason: WhyItStays;
}

/** Beyond that the rest of a line is counted. */
const MOST_NAMED = 6;

/** `a, b, c and 4 more`. */
export function listed(paths: readonly string[], most = MOST_NAMED): string {
  const more = paths.length - most;
  return `${paths.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

type Line = (paths: readonly string[]) => string;

const lines_of_copy: Readonly<Record<WhyItStays, Line>> = {
  secret: (paths) =>
    `Refused: ${listed(paths.map(with_kind))}. Secrets never travel with an app: each reader enters their own in its page (menu, Secrets; docs/secrets.md). A file that holds none needs another name.`,
  symlink: (paths) =>
    `Refused: ${listed(paths)}. A link may lead to a file or folder inside of the app's folder, not elsewhere: put there what it leads to.`,
  built: (paths) => `Left out, as Tablit wrote it: ${listed(paths)}`,
  tooling: (paths) => `Left out, as no part of an app: ${listed(paths)}`,
};

/** The page of `tablit run` gets the folder's secrets by another way. */
const lines_of_run: typeof lines_of_copy = {
  ...lines_of_copy,
  secret: (paths) =>
    `Refused: ${listed(paths.map(with_kind))}. The app in the page cannot read such files: what it needs belongs into .streamlit/secrets.toml (docs/secrets.md). A file that holds none needs another name.`,
};

/** A line for each reason, what matters most first. `live`: for `tablit run`, which copies nothing. */
export function lines_of_stays(stays: readonly Stays[], live = false): string[] {
  const lines = live ? lines_of_run : lines_of_copy;
  const said = live ? stays.filter(({ path }) => path !== '.streamlit/secrets.toml') : stays;
  return (Object.keys(lines) as WhyItStays[]).flatMap((reason) => {
    const paths = said.filter((one) => one.reason === reason).map(({ path }) => path);
    return paths.length === 0 ? [] : [lines[reason](paths)];
  });
}

/** A folder is secret as part of something: its files are not listed one by one. */
function with_kind(path: string): string {
  const what = secret_file(path.endsWith('/') ? `${path}x` : path);
  return what === undefined ? path : `${path} (${what})`;
}
