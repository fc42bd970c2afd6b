/** The requests of one worker: checks what comes in, keeps what is open, ends all of it with the worker. */
import { transfer } from 'comlink';
import { type NetFault, net_request } from '../../wire/net.ts';
import { format_path } from '../../wire/schema.ts';
import type { NetConnection } from '../network.ts';
import type { BodyReader } from './body_reader.ts';
import type { Broker } from './broker.ts';
import { fault_of, NetError } from './errors.ts';
import { limits } from './limits.ts';

interface Open {
  readonly controller: AbortController;
  body?: BodyReader;
}

export function open_connection(broker: Pick<Broker, 'send'>): NetConnection {
  const open = new Map<number, Open>();
  let closed = false;
  const give_up = (id: number): void => {
    open.get(id)?.controller.abort(new NetError('cancelled'));
    open.delete(id);
  };

  return {
    async request(given) {
      const fault = net_request.check(given);
      if (fault)
        return malformed(`its field ${format_path(fault.path).slice(1)} should be ${fault.expected}`);
      if (closed) return new NetError('cancelled').to_fault();
      // Answers that were begun and never read to their end count as well.
      if (open.size >= limits.waiting) return new NetError('too_many').to_fault();
      if (open.has(given.id)) return malformed('its number was used before');
      const entry: Open = { controller: new AbortController() };
      open.set(given.id, entry);
      try {
        const { head, body } = await broker.send(given, entry.controller);
        entry.body = body;
        const part = await body.take();
        if (!part.more) open.delete(given.id);
        return transfer({ ...head, body: part.body, more: part.more }, [part.body]);
      } catch (error) {
        open.delete(given.id);
        return fault_of(error, 'The host');
      }
    },
    async read(id) {
      const body = typeof id === 'number' ? open.get(id)?.body : undefined;
      if (!body) return malformed('nothing is open under this number');
      try {
        const part = await body.take();
        if (!part.more) open.delete(id);
        return transfer(part, [part.body]);
      } catch (error) {
        open.delete(id);
        return fault_of(error, 'The host');
      }
    },
    async cancel(id) {
      if (typeof id === 'number') give_up(id);
    },
    close() {
      closed = true;
      for (const id of [...open.keys()]) give_up(id);
    },
  };
}

function malformed(what: string): NetFault {
  return new NetError('malformed', { what }).to_fault();
}
