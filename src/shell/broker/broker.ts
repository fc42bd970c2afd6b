/**
 * The gate between an app and the network. It knows what a request may be (`policy`), whom the reader allows
 * (`permissions`), which secrets go where (`sealed`), and what may come back.
 */

import type { LogEntry, Want } from '../../ui/panels/permissions_view.ts';
import { create_store, type Store } from '../../ui/store/store.ts';
import type { NetRequest } from '../../wire/net.ts';
import { nearness_of, read_address } from './address.ts';
import { type Head, head_of } from './answer.ts';
import { BodyReader } from './body_reader.ts';
import { NetError } from './errors.ts';
import { exchange, type NetEffects } from './exchange.ts';
import { asks_for_parts, without_parts } from './headers.ts';
import { type Log, with_entry } from './log.ts';
import { not_allowed, type Permissions } from './permissions.ts';
import { secrets_in } from './places_of_secrets.ts';
import { type Plan, plan_request } from './policy.ts';
import type { Filled } from './put_secrets_in.ts';
import { Redactor } from './redactor.ts';
import type { Sealed } from './sealed.ts';
import { create_slots } from './slots.ts';
import { wants_of } from './wants.ts';

export interface BrokerOptions {
  readonly permissions: Permissions;
  readonly sealed: Sealed;
  readonly effects: NetEffects;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The address of the page. */
  readonly own: URL;
  /** Tells the reader something about the app's requests; each text once a visit. */
  readonly say: (text: string) => void;
}

export interface Answered {
  readonly head: Head;
  readonly body: BodyReader;
}

interface Running {
  /** All that the answer depends on: the host that was asked, and the one that it was sent on to. */
  wants: readonly Want[];
  readonly controller: AbortController;
}

type Write = (end: Pick<LogEntry, 'size' | 'status'>) => void;

export class Broker {
  readonly #options: BrokerOptions;
  readonly #slots = create_slots();
  readonly #said = new Set<string>();
  /** What is on its way or being read. */
  readonly #running = new Set<Running>();
  readonly log: Store<Log, Omit<LogEntry, 'id'>> = create_store(with_entry, []);

  constructor(options: BrokerOptions) {
    this.#options = options;
    options.permissions.state.subscribe(() => this.#end_revoked());
  }

  /**
   * Makes a request that has the right shape. `controller` gives it up, and the answer's body too, with a `NetError` as
   * the reason. Throws a `NetError`.
   */
  async send(request: NetRequest, controller: AbortController): Promise<Answered> {
    const { sealed, own, now } = this.#options;
    let started = now();
    const leave = this.#slots.enter(request.body?.byteLength ?? 0);
    let plan: Plan | undefined;
    let secrets: readonly string[] = [];
    let sent_on: Pick<LogEntry, 'sent_on'> = {};
    const write: Write = (end) => {
      const time = now();
      if (!plan) return;
      const { method, place: host } = plan;
      this.log.dispatch({ time, method, host, ms: time - started, secrets, ...sent_on, ...end });
    };
    const was_sent_on = (place: string) => {
      sent_on = { sent_on: place };
    };
    try {
      plan = plan_request(request, own);
      secrets = secrets_in(plan, sealed.placeholders);
      this.#tell_dropped(plan);
      const turn = await this.#turn(plan, secrets, controller.signal);
      started = now();
      return await this.#answer(plan, secrets, controller, { write, was_sent_on }, turn);
    } catch (error) {
      write({ status: error instanceof NetError ? error.code : 'unreachable', size: 0 });
      throw error;
    } finally {
      leave();
    }
  }

  /** Waits for the reader's word where there is none yet, and for a turn. Resolves with how to end the turn. */
  async #turn(plan: Plan, secrets: readonly string[], signal: AbortSignal): Promise<() => void> {
    const wants = wants_of(plan.place, secrets);
    await this.#options.permissions.require(wants, { near: nearness_of(plan.url), signal });
    return this.#slots.turn(signal);
  }

  async #answer(
    plan: Plan,
    secrets: readonly string[],
    controller: AbortController,
    { write, was_sent_on }: { readonly write: Write; readonly was_sent_on: (place: string) => void },
    end_turn: () => void,
  ): Promise<Answered> {
    const { permissions, sealed, effects } = this.#options;
    const { signal } = controller;
    const wants = wants_of(plan.place, secrets);
    const running: Running = { wants, controller };
    const over = (): void => {
      this.#running.delete(running);
      end_turn();
    };
    this.#running.add(running);
    try {
      // First what is sent, so that a reader who has to unlock reads that it is.
      const sent = await sealed.fill(plan, secrets);
      await sealed.look_for(permissions.sealed);
      const filled = this.#whole(plan, sent);
      // A grant may have been taken back while the request waited for its turn or for the vault.
      if (!permissions.is_granted(wants)) throw new NetError('not_allowed', { place: plan.place });
      permissions.used(wants);
      const response = await in_time(plan, controller, () =>
        exchange(effects, { plan, filled, secrets, signal }),
      );
      if (response.redirected) await this.#follow(plan, response, running, was_sent_on);
      const in_parts = asks_for_parts(filled.headers);
      const ready = async () => {
        await sealed.look_for(permissions.sealed);
        // A secret was used while this one waited: the host may have it by now, and gives a half of it here.
        if (in_parts && sealed.needles()) throw new NetError('part_with_secret', { place: plan.place });
      };
      await ready();
      const needles = sealed.needles();
      const body = new BodyReader(response.body, {
        place: plan.place,
        timeout: plan.timeout,
        redactor: new Redactor(sealed.needles),
        ready,
        controller,
        ended(size, error) {
          over();
          write({ status: error instanceof NetError ? error.code : response.status, size });
        },
      });
      return { head: head_of(response, plan, needles), body };
    } catch (error) {
      controller.abort(error);
      over();
      throw error;
    }
  }

  /** A grant that is taken back ends what it allowed, also in the middle of an answer. */
  #end_revoked(): void {
    const { permissions } = this.#options;
    for (const { wants, controller } of this.#running) {
      const gone = wants.find((want) => !permissions.is_granted([want]));
      if (gone) controller.abort(not_allowed(gone));
    }
  }

  /** The browser followed a redirect. What came from a host that the reader does not allow stays here. */
  async #follow(
    { place }: Plan,
    response: Response,
    running: Running,
    was_sent_on: (place: string) => void,
  ): Promise<void> {
    const { permissions, own } = this.#options;
    const final = read_address(response.url, own);
    if (final.place === place) return;
    was_sent_on(final.place);
    const wants = wants_of(final.place, []);
    const context = { near: nearness_of(final.url), sent_by: place, signal: running.controller.signal };
    await permissions.require(wants, context).catch((error: unknown) => {
      const is_refused = error instanceof NetError && error.code === 'not_allowed';
      throw is_refused ? new NetError('redirected', { place: final.place, what: place }) : error;
    });
    permissions.used(wants);
    running.wants = [...running.wants, ...wants];
    this.#end_revoked();
    running.controller.signal.throwIfAborted();
  }

  /** Where there is something to look for, no answer is asked for in parts. */
  #whole({ place }: Plan, filled: Filled): Filled {
    if (!this.#options.sealed.needles()) return filled;
    const { headers, dropped } = without_parts(filled.headers);
    this.#tell_dropped({ dropped, place }, 'an app with a sealed secret gets answers as a whole');
    return { ...filled, headers };
  }

  #tell_dropped(
    { dropped, place }: Pick<Plan, 'dropped' | 'place'>,
    why = 'browsers do not let pages set it',
  ): void {
    for (const name of dropped) {
      const text = `The header ${name} was left out of a request to ${place}: ${why}.`;
      if (this.#said.has(text) || this.#said.size >= 100) continue;
      this.#said.add(text);
      this.#options.say(text);
    }
  }
}

/** Gives the request up when the answer has not begun in time. */
async function in_time<T>(
  { timeout, place }: Plan,
  controller: AbortController,
  task: () => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => controller.abort(new NetError('timeout', { place })), timeout);
  try {
    return await task();
  } finally {
    clearTimeout(timer);
  }
}
