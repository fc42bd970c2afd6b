/** What protection costs a reader: opening the vault, and a request that goes through the page. */
import type { Browser } from 'playwright';
import { broker_aim, measure_broker } from './broker.ts';
import { measure_vault, vault_aim } from './vault.ts';

export interface Guard {
  readonly name: string;
  /** Milliseconds, at the median. */
  readonly took: number;
  readonly aim: number;
}

export async function measure_guards(browser: Browser): Promise<readonly Guard[]> {
  const { unlock, rounds } = await measure_vault(browser);
  const { plain, worker, transport } = await measure_broker(browser);
  return [
    {
      name: `the vault is unlocked, ${rounds.toLocaleString('en')} rounds`,
      took: unlock.median,
      aim: vault_aim,
    },
    {
      name: 'a request of the app’s, more than one of the page’s',
      took: worker.median - plain.median,
      aim: broker_aim,
    },
    { name: 'the same from Python', took: transport.median - plain.median, aim: broker_aim },
  ];
}

/** Rows of a table in Markdown. */
export function guard_rows(guards: readonly Guard[]): string {
  return guards
    .map(({ name, took, aim }) => {
      const missed = took <= aim ? '' : ' (missed)';
      return `| ${name} | ${took.toFixed(took < 10 ? 1 : 0)} ms | ≤ ${aim} ms${missed} |`;
    })
    .join('\n');
}
