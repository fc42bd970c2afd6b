/** What the console drawer counts and copies. Pure. */
import type { ConsoleLine } from '../store/page.ts';

/** How many lines of stderr came after `seen`, the last line that a reader has had before their eyes. */
export function unread_errors(lines: readonly ConsoleLine[], seen: ConsoleLine | undefined): number {
  const start = seen === undefined ? 0 : lines.lastIndexOf(seen) + 1;
  let count = 0;
  for (let index = start; index < lines.length; index++) if (lines[index]?.stream === 'stderr') count++;
  return count;
}

/** Texts come as the script wrote them, with or without a line end. */
export function console_text(lines: readonly ConsoleLine[]): string {
  return lines.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
}

export function badge_text(count: number): string {
  return count > 99 ? '99+' : String(count);
}
