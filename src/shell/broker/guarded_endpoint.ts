/**
 * A port of which Comlink hears the calls of one interface and nothing else. On a bare port a worker could walk from any
 * offered function to its constructor, set properties of prototypes, or ask for another port.
 */
import type { Endpoint } from 'comlink';

export interface Guarded {
  readonly endpoint: Endpoint;
  /** Messages that were no calls of the interface. */
  refused(): number;
}

/** `names` are the functions that may be called, each with at most one argument, which is plain data. */
export function guarded_endpoint(port: MessagePort, names: ReadonlySet<string>): Guarded {
  let refused = 0;
  const heard = new Map<EventListenerOrEventListenerObject, (event: MessageEvent<unknown>) => void>();
  return {
    refused: () => refused,
    endpoint: {
      postMessage: (message, transfer) => port.postMessage(message, transfer ?? []),
      addEventListener(_type, listener) {
        const pass = (event: MessageEvent<unknown>): void => {
          if (is_answer(event.data)) return;
          if (!is_call(event.data, names)) refused++;
          else if (typeof listener === 'function') listener(event);
        };
        heard.set(listener, pass);
        port.addEventListener('message', pass);
      },
      removeEventListener(_type, listener) {
        const pass = heard.get(listener);
        if (pass) port.removeEventListener('message', pass);
        heard.delete(listener);
      },
      start: () => port.start(),
    },
  };
}

function is_object(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Of a call that went the other way; whoever made it hears it by itself. */
function is_answer(data: unknown): boolean {
  return is_object(data) && (data['type'] === 'RAW' || data['type'] === 'HANDLER');
}

function is_call(data: unknown, names: ReadonlySet<string>): boolean {
  if (!is_object(data) || data['type'] !== 'APPLY' || typeof data['id'] !== 'string') return false;
  const { path, argumentList } = data as { readonly path?: unknown; readonly argumentList?: unknown };
  if (!Array.isArray(path) || path.length !== 1 || !names.has(path[0])) return false;
  return (
    Array.isArray(argumentList) &&
    argumentList.length <= 1 &&
    argumentList.every((argument) => is_object(argument) && argument['type'] === 'RAW')
  );
}
