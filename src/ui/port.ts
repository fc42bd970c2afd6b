/** Where the worker's messages come in: each is checked once, here; inside the page its type is trusted. */
import { type Down, down, type Op } from '../wire/down.ts';
import { type Element, elements, is_element_type } from '../wire/elements/index.ts';
import { parse, type Schema, WireError } from '../wire/schema.ts';
import type { BadElement, TreeOp } from './store/tree.ts';

/** A checked message; `ops` has its elements read, and the values that the script set. */
export type Message =
  | Exclude<Down, { readonly type: 'ops' }>
  | {
      readonly type: 'ops';
      readonly run: number;
      readonly ops: readonly TreeOp[];
      readonly values: readonly { readonly id: string; readonly value: unknown }[];
    };

/** Throws a `WireError` that names the path when the message itself is not as agreed. */
export function read_message(data: unknown): Message {
  const message = parse(down, data, 'message');
  if (message.type !== 'ops') return message;
  const ops: TreeOp[] = [];
  const values: { id: string; value: unknown }[] = [];
  for (const op of message.ops) {
    if (op.op === 'value') values.push({ id: op.id, value: op.value });
    else ops.push(read_op(op));
  }
  return { type: 'ops', run: message.run, ops, values };
}

function read_op(op: Exclude<Op, { readonly op: 'value' }>): TreeOp {
  switch (op.op) {
    case 'element':
      return { op: 'element', path: op.path, element: read_element(op.json), buffers: op.buffers ?? [] };
    case 'block':
      return { op: 'block', path: op.path, element: read_element(op.json), fresh: op.fresh };
    case 'transient':
      return {
        op: 'transient',
        path: op.path,
        index: op.index,
        id: op.id,
        element: read_element(op.json),
      };
    default:
      return op;
  }
}

/** An element from its text. One that is not as agreed becomes a card that says where. */
export function read_element(json: string): Element | BadElement {
  try {
    const value: unknown = JSON.parse(json);
    const type = (value as { type?: unknown } | null)?.type;
    if (typeof type !== 'string' || !is_element_type(type)) {
      return bad(`There is no element called ${JSON.stringify(type)}.`);
    }
    return parse(elements[type].schema as Schema<unknown>, value, type) as Element;
  } catch (error) {
    if (error instanceof WireError) return bad(error.message);
    return bad(`The element is not JSON: ${String(error)}`);
  }
}

function bad(message: string): BadElement {
  return { type: 'bad_element', message };
}
