/**
 * What one app may do: a value and the functions that make the next one of it. `kept` outlives the visit and belongs
 * to one version of the app's code; `visit` and `refused` end with the page.
 */
import type { Grant, Want } from '../../ui/panels/permissions_view.ts';
import { limits } from './limits.ts';
import { key_of, subject_of } from './wants.ts';

/** By `key_of`. */
type Grants = ReadonlyMap<string, Grant>;

export interface Access {
  readonly kept: Grants;
  readonly visit: Grants;
  readonly refused: ReadonlyMap<string, Want>;
  /**
   * Names of the secrets that were ever allowed to go anywhere. They stay when a grant is taken back or was for one visit: a
   * host may have stored what it was sent.
   */
  readonly sealed: ReadonlySet<string>;
}

export const no_access: Access = {
  kept: new Map(),
  visit: new Map(),
  refused: new Map(),
  sealed: new Set(),
};

export type Verdict = 'granted' | 'refused' | 'unknown';

/** A reader who has turned down many hosts is not asked about yet another one. */
export function verdict(access: Access, want: Want): Verdict {
  const key = key_of(want);
  if (access.kept.has(key) || access.visit.has(key)) return 'granted';
  if (access.refused.has(key)) return 'refused';
  const subjects = new Set([...access.refused.values()].map(subject_of));
  return subjects.size >= limits.refusals ? 'refused' : 'unknown';
}

export function allow(access: Access, wants: readonly Want[], scope: Grant['scope'], now: number): Access {
  const refused = new Map(access.refused);
  const grants = new Map(scope === 'app' ? access.kept : access.visit);
  for (const want of wants) {
    const key = key_of(want);
    refused.delete(key);
    if (!grants.has(key)) grants.set(key, { want, scope, given: now, uses: 0 });
  }
  const next = { ...access, refused, sealed: with_secrets_of(access.sealed, wants) };
  return scope === 'app' ? { ...next, kept: grants } : { ...next, visit: grants };
}

/** `sealed` and the names of the secrets among `wants`. */
export function with_secrets_of(sealed: Access['sealed'], wants: Iterable<Want>): Access['sealed'] {
  const names = [...wants].flatMap((want) => (want.kind === 'secret' ? [want.name] : []));
  return new Set([...sealed, ...names]);
}

export function refuse(access: Access, wants: readonly Want[]): Access {
  const refused = new Map(access.refused);
  for (const want of wants) {
    if (verdict(access, want) !== 'granted') refused.set(key_of(want), want);
  }
  return { ...access, refused };
}

/** Takes a grant back, and a refusal too: the next request asks. A host's secrets go with it. */
export function forget(access: Access, want: Want): Access {
  const keys = new Set([key_of(want), ...(want.kind === 'data' ? secrets_of(access, want.host) : [])]);
  return {
    ...access,
    kept: without(access.kept, keys),
    visit: without(access.visit, keys),
    refused: without(access.refused, keys),
  };
}

function secrets_of({ kept, visit, refused }: Access, host: string): string[] {
  const wants = [...kept.values(), ...visit.values()].map(({ want }) => want);
  return [...wants, ...refused.values()]
    .filter((want) => want.kind === 'secret' && want.host === host)
    .map(key_of);
}

function without<T>(all: ReadonlyMap<string, T>, keys: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...all].filter(([key]) => !keys.has(key)));
}

/** Counts one use of each. */
export function use(access: Access, wants: readonly Want[], now: number): Access {
  const keys = new Set(wants.map(key_of));
  const counted = (grants: Grants): Grants =>
    new Map(
      [...grants].map(([key, grant]) => [
        key,
        keys.has(key) ? { ...grant, uses: grant.uses + 1, last_use: now } : grant,
      ]),
    );
  return { ...access, kept: counted(access.kept), visit: counted(access.visit) };
}

export function grants_of({ kept, visit }: Access): readonly Grant[] {
  return [...kept.values(), ...[...visit].filter(([key]) => !kept.has(key)).map(([, grant]) => grant)];
}
