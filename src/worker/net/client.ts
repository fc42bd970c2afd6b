/** Requests of this worker, through the shell: it has no other way out. */
import type { ShellServices } from '../../wire/api.ts';
import type { NetRead, NetRequest, NetResponse } from '../../wire/net.ts';

export type Sending = Omit<NetRequest, 'id'>;

/** The shell's services as they are seen from here; calls hand the buffers named in `transfer` over. */
export interface NetServices {
  request(request: NetRequest, transfer: Transferable[]): Promise<NetResponse>;
  read: ShellServices['read'];
  cancel: ShellServices['cancel'];
}

/** One request: its answer, the parts after the first, and how to give it up. */
export interface Call {
  readonly answer: Promise<NetResponse>;
  read(): Promise<NetRead>;
  cancel(): void;
}

export interface NetClient {
  /** The body is handed over. */
  send(request: Sending): Call;
  /** How many answers or parts are being waited for. */
  pending(): number;
}

export function create_client(services: NetServices): NetClient {
  let last = 0;
  let pending = 0;
  const counted = async <T>(task: Promise<T>): Promise<T> => {
    pending++;
    try {
      return await task;
    } finally {
      pending--;
    }
  };
  return {
    pending: () => pending,
    send(request) {
      const id = ++last;
      const transfer = request.body ? [request.body] : [];
      return {
        answer: counted(services.request({ ...request, id }, transfer)),
        read: () => counted(services.read(id)),
        cancel: () => void services.cancel(id),
      };
    },
  };
}
