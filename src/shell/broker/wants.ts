/** What an app wants to do, as keys that can be compared. */
import type { Want } from '../../ui/panels/permissions_view.ts';

/** The same text for the same want. A host has no spaces in it. */
export function key_of(want: Want): string {
  if (want.kind === 'secret') return `secret ${want.host} ${want.name}`;
  return want.kind === 'data' ? `data ${want.host}` : want.kind;
}

/** What the want is about, as far as turning down goes: a host, or an ability. */
export function subject_of(want: Want): string {
  return 'host' in want ? want.host : want.kind;
}

/** What a request needs: the host, and each of its secrets for that host. */
export function wants_of(host: string, secrets: readonly string[]): readonly Want[] {
  return [{ kind: 'data', host }, ...secrets.map((name): Want => ({ kind: 'secret', host, name }))];
}
