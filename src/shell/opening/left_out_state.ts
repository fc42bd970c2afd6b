/** What of a drop is no part of the app, on its way from the page that took the drop to the one that asks. */
import type { LeftOut } from '../../share/index.ts';
import { parse, s } from '../../wire/schema.ts';

const kept = s.object({
  tablit_left_out: s.array(s.object({ path: s.string, reason: s.one_of('secret', 'tooling', 'symlink') })),
});

export function left_out_state(left_out: readonly LeftOut[] = []): unknown {
  return left_out.length === 0 ? null : { tablit_left_out: left_out };
}

/** `state`: of the history. Nothing where it says something else. */
export function read_left_out(state: unknown): readonly LeftOut[] {
  try {
    return parse(kept, state, 'state').tablit_left_out;
  } catch {
    return [];
  }
}
