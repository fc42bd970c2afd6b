/** The requests of this visit, newest first, the oldest forgotten. Hosts and not addresses: those may say too much. */
import type { LogEntry } from '../../ui/panels/permissions_view.ts';
import { limits } from './limits.ts';

export type Log = readonly LogEntry[];

export function with_entry(log: Log, entry: Omit<LogEntry, 'id'>): Log {
  const id = (log[0]?.id ?? 0) + 1;
  return [{ ...entry, id }, ...log.slice(0, limits.log - 1)];
}
