/**
 * Schemas as values: each shape of the wire is written once with these builders. `Infer` gives its TypeScript
 * type, `check` validates a value that came through a port, and `py` is what `npm run gen` prints for Python.
 *
 * `check` never copies: a value that passes is used as it is. It returns `undefined`, or where the first fault is.
 */

/** Where a value differs from its schema: keys and indices from the outside in, and what was expected there. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly expected: string;
}

export interface Schema<T> {
  readonly check: (value: unknown) => Fault | undefined;
  /** The Python annotation of this shape. */
  readonly py: string;
  /** Never present: carries `T` for `Infer`. */
  readonly type?: T;
}

export interface Optional<T> extends Schema<T> {
  readonly optional: true;
}

export type Infer<S> = S extends Schema<infer T> ? T : never;

type Fields = Readonly<Record<string, Schema<unknown>>>;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Optional<unknown> ? K : never;
}[keyof F];
type Flat<T> = { readonly [K in keyof T]: T[K] };
export type InferFields<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & { [K in OptionalKeys<F>]?: Infer<F[K]> }
>;

export interface ObjectSchema<F extends Fields> extends Schema<InferFields<F>> {
  readonly fields: F;
}

/** A value that a schema refused. `message` names the path, as in `ops[3].path: expected an array`. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly path: readonly (string | number)[];
  readonly expected: string;

  constructor(what: string, fault: Fault) {
    super(`${what}${format_path(fault.path)}: expected ${fault.expected}`);
    this.path = fault.path;
    this.expected = fault.expected;
  }
}

/** Throws a `WireError` that names `what` unless `value` has the shape of `schema`. */
export function parse<T>(schema: Schema<T>, value: unknown, what: string): T {
  const fault = schema.check(value);
  if (fault) throw new WireError(what, fault);
  return value as T;
}

export function format_path(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
}

function fault(expected: string): Fault {
  return { path: [], expected };
}

function inside(step: string | number, inner: Fault): Fault {
  return { path: [step, ...inner.path], expected: inner.expected };
}

function simple<T>(py: string, expected: string, is: (value: unknown) => boolean): Schema<T> {
  const no = fault(expected);
  return { py, check: (value) => (is(value) ? undefined : no) };
}

function is_plain_object(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const string = simple<string>('str', 'a string', (value) => typeof value === 'string');
/** A finite number: JSON has no others. */
const number = simple<number>('float', 'a finite number', Number.isFinite);
const integer = simple<number>('int', 'a whole number', Number.isSafeInteger);
const boolean = simple<boolean>('bool', 'true or false', (value) => typeof value === 'boolean');
/** Any value that JSON can say; it is shown, never interpreted. */
const json = simple<unknown>('Any', 'a JSON value', (value) => value !== undefined);
const bytes = simple<ArrayBuffer>('bytes', 'bytes', (value) => value instanceof ArrayBuffer);

function one_of<const T extends string | number | boolean>(...values: readonly T[]): Schema<T> {
  const known = new Set<unknown>(values);
  const literal = (value: T) =>
    typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);
  return simple<T>(
    `Literal[${values.map(literal).join(', ')}]`,
    `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`,
    (value) => known.has(value),
  );
}

function nullable<T>(inner: Schema<T>): Schema<T | null> {
  return { py: `${inner.py} | None`, check: (value) => (value === null ? undefined : inner.check(value)) };
}

/** A field that may be absent. Only meaningful inside `object`. */
function optional<T>(inner: Schema<T>): Optional<T> {
  return { ...inner, optional: true };
}

function array<T>(inner: Schema<T>): Schema<readonly T[]> {
  return {
    py: `Sequence[${inner.py}]`,
    check(value) {
      if (!Array.isArray(value)) return fault('an array');
      for (let index = 0; index < value.length; index++) {
        const no = inner.check(value[index]);
        if (no) return inside(index, no);
      }
      return undefined;
    },
  };
}

function record<T>(inner: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return {
    py: `Mapping[str, ${inner.py}]`,
    check(value) {
      if (!is_plain_object(value)) return fault('an object');
      for (const key of Object.keys(value)) {
        const no = inner.check(value[key]);
        if (no) return inside(key, no);
      }
      return undefined;
    },
  };
}

function either<A, B>(a: Schema<A>, b: Schema<B>): Schema<A | B> {
  return {
    py: `${a.py} | ${b.py}`,
    check(value) {
      const first = a.check(value);
      if (!first) return undefined;
      const second = b.check(value);
      if (!second) return undefined;
      return { path: [], expected: `${first.expected} or ${second.expected}` };
    },
  };
}

/** An object with exactly these keys: an unknown key is a fault, as is a missing one that is not optional. */
function object<const F extends Fields>(fields: F): ObjectSchema<F> {
  const keys = Object.keys(fields);
  const schemas = keys.map((key) => fields[key] as Schema<unknown> & { optional?: true });
  const known = new Set(keys);
  return {
    fields,
    py: 'Mapping[str, Any]',
    check(value) {
      if (!is_plain_object(value)) return fault('an object');
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index] as string;
        const schema = schemas[index] as Schema<unknown> & { optional?: true };
        const field = Object.hasOwn(value, key) ? value[key] : undefined;
        if (field === undefined && schema.optional) continue;
        const no = schema.check(field);
        if (no) return inside(key, no);
      }
      for (const key of Object.keys(value)) {
        if (!known.has(key)) return inside(key, fault('no such field'));
      }
      return undefined;
    },
  };
}

/** A union told apart by the string in `tag`. */
function tagged<const K extends string, const M extends Readonly<Record<string, Schema<unknown>>>>(
  tag: K,
  members: M,
): Schema<Infer<M[keyof M]>> & { readonly members: M } {
  const names = Object.keys(members);
  return {
    members,
    py: 'Mapping[str, Any]',
    check(value) {
      if (!is_plain_object(value)) return fault('an object');
      const name = value[tag];
      if (typeof name !== 'string' || !Object.hasOwn(members, name)) {
        return inside(tag, fault(`one of ${names.join(', ')}`));
      }
      return (members[name] as Schema<unknown>).check(value);
    },
  };
}

export const s = {
  string,
  number,
  integer,
  boolean,
  json,
  bytes,
  one_of,
  nullable,
  optional,
  array,
  record,
  either,
  object,
  tagged,
} as const;
