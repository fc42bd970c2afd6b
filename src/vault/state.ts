import { base64url } from './bytes.ts';
import type { VaultError } from './errors.ts';
import type { Header } from './header.ts';
import type { Session } from './session.ts';

/** What the shell shows. The keys of an open vault are not in it. */
export type VaultState =
  | { readonly kind: 'absent' }
  /** `fault`: what is stored is no vault that this version reads. Forgetting it makes room for a backup. */
  | {
      readonly kind: 'locked';
      readonly passkeys: readonly PasskeyInfo[];
      readonly fault: VaultError | undefined;
    }
  | { readonly kind: 'open'; readonly passkeys: readonly PasskeyInfo[] };

export interface PasskeyInfo {
  /** The credential id in base64url. */
  readonly id: string;
  readonly label: string;
}

/** What the vault itself holds in each state. */
export type Held =
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked'; readonly header: Header | undefined; readonly fault: VaultError | undefined }
  | { readonly kind: 'open'; readonly session: Session };

export function viewOf(held: Held): VaultState {
  switch (held.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'locked':
      return { kind: 'locked', passkeys: passkeysOf(held.header), fault: held.fault };
    case 'open':
      return { kind: 'open', passkeys: passkeysOf(held.session.seen.header) };
  }
}

function passkeysOf(header: Header | undefined): readonly PasskeyInfo[] {
  return (header?.passkeys ?? []).map(({ credential, label }) => ({ id: base64url(credential), label }));
}
