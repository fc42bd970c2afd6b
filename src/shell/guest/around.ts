/** The pages around this one: whose they are, and what they could do to what a reader sees of it. */
import type { GuestQuestion } from '../../ui/panels/permissions_view.ts';

/** As much of a window as is looked at. Reading `origin` of one of another site throws. */
export interface Around {
  readonly parent: Around;
  readonly origin: string;
}

/** Whether every page around is of this one's site: then it can do here what it likes, and tricks gain it nothing. */
export function is_among_own(scope: Around): boolean {
  try {
    for (let at = scope; at.parent !== at; at = at.parent) {
      if (at.parent.origin !== scope.origin || scope.origin === 'null') return false;
    }
    return true;
  } catch {
    return false;
  }
}

export function sight_in(scope: Around, entry: object | undefined): GuestQuestion['sight'] {
  if (is_among_own(scope)) return 'own';
  return entry && 'isVisible' in entry ? 'watched' : 'unseen';
}

/** The site of the page right around this one, for the reader: of its origin, or of this document's referrer. */
export function site_around(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
