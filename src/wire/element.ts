/**
 * The three kinds of thing a script can put on a page, and the fields that every one of them may carry. A file in
 * `elements/` describes one: `element` (text, a picture), `widget` (has a value that a reader sets) or `block`
 * (holds others).
 */
import { type Infer, type ObjectSchema, type Schema, s } from './schema.ts';

/** Pixels, or how the space is shared. `auto`: content inside a horizontal row, else stretch. */
export const width = s.either(s.integer, s.one_of('stretch', 'content', 'auto'));
export const height = s.either(s.integer, s.one_of('stretch', 'content', 'auto'));
export type Width = Infer<typeof width>;
export type Height = Infer<typeof height>;

/** What any element may carry. `key` becomes the class `st-key-…`. */
const common = {
  key: s.optional(s.string),
  width: s.optional(width),
  height: s.optional(height),
};

/** What every widget carries besides: `id`, and `form_id` inside a form, are put in by the runtime. */
const widget_fields = {
  id: s.string,
  form_id: s.optional(s.string),
  label: s.string,
  label_visibility: s.optional(s.one_of('visible', 'hidden', 'collapsed')),
  help: s.optional(s.string),
  disabled: s.optional(s.boolean),
  /** `ignore`: a change is kept in the browser until something else reruns the script. */
  on_change: s.optional(s.one_of('rerun', 'ignore')),
};

type Common = typeof common;
type WidgetFields = typeof widget_fields;
type Fields = Readonly<Record<string, Schema<unknown>>>;

export interface ElementDefinition<N extends string, F extends Fields> {
  readonly kind: 'element' | 'block';
  readonly name: N;
  readonly schema: ObjectSchema<{ readonly type: Schema<N> } & Common & F>;
}

/** A block whose state a script may follow: with an `id` in its element it has a value, as a widget has. */
export interface FollowedDefinition<N extends string, V, F extends Fields> extends ElementDefinition<N, F> {
  readonly kind: 'block';
  readonly value: Schema<V>;
}

export interface WidgetDefinition<N extends string, V, F extends Fields> {
  readonly kind: 'widget';
  readonly name: N;
  /** The value on the wire; `default` in the element has the same shape. */
  readonly value: Schema<V>;
  /** `true` when a value lives for one run only (a click). */
  readonly trigger: boolean;
  readonly schema: ObjectSchema<
    { readonly type: Schema<N>; readonly default: Schema<V> } & Common & WidgetFields & F
  >;
}

export type Definition =
  | ElementDefinition<string, Fields>
  | FollowedDefinition<string, unknown, Fields>
  | WidgetDefinition<string, unknown, Fields>;

export function element<const N extends string, const F extends Fields>(
  name: N,
  fields: F,
): ElementDefinition<N, F> {
  return { kind: 'element', name, schema: s.object({ type: s.one_of(name), ...common, ...fields }) };
}

export function block<const N extends string, const F extends Fields>(
  name: N,
  fields: F,
): ElementDefinition<N, F> {
  return { kind: 'block', name, schema: s.object({ type: s.one_of(name), ...common, ...fields }) };
}

/** `value`: its state on the wire. */
export function followed_block<const N extends string, V, const F extends Fields>(
  name: N,
  value: Schema<V>,
  fields: F,
): FollowedDefinition<N, V, F> {
  return { ...block(name, fields), kind: 'block', value };
}

export function widget<const N extends string, V, const F extends Fields>(
  name: N,
  value: Schema<V>,
  fields: F,
  options: { readonly trigger?: boolean } = {},
): WidgetDefinition<N, V, F> {
  return {
    kind: 'widget',
    name,
    value,
    trigger: options.trigger ?? false,
    schema: s.object({ type: s.one_of(name), default: value, ...common, ...widget_fields, ...fields }),
  };
}
