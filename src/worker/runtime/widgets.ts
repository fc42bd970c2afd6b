/**
 * The widgets of a session: which ones this run has made, and the value of each as both sides know it. Values here are
 * wire values; what they mean is the language's. Rules: semantics §2 and §3.
 */
import type { Resume } from '../../wire/api.ts';
import { elements, is_element_type } from '../../wire/elements/index.ts';
import { parse, type Schema } from '../../wire/schema.ts';
import { element_id, type Identity } from './identity.ts';
import type { WidgetValue } from './scheduler.ts';

export interface WidgetSpec extends Identity {
  /** Its value counts in one run only. */
  readonly trigger: boolean;
}

interface Widget {
  readonly kind: string;
  readonly trigger: boolean;
  /** The form that it is in. */
  form: string | undefined;
  /** JSON text of the value that the page has, once it differs from the default. */
  value: string | undefined;
}

export type Registration =
  | { readonly kind: 'ok'; readonly id: string }
  | { readonly kind: 'duplicate_id' | 'duplicate_key' };

export class Widgets {
  readonly #known = new Map<string, Widget>();
  readonly #ids = new Set<string>();
  readonly #keys = new Set<string>();
  #sets: { id: string; value: unknown }[] = [];

  begin(): void {
    this.#ids.clear();
    this.#keys.clear();
  }

  /** Claims a key for something that is no widget: a container, a form. */
  claim_key(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }

  register(spec: WidgetSpec): Registration {
    const id = element_id(spec);
    if (spec.key !== null && this.#keys.has(spec.key)) return { kind: 'duplicate_key' };
    if (this.#ids.has(id)) return { kind: 'duplicate_id' };
    if (spec.key !== null) this.#keys.add(spec.key);
    this.#ids.add(id);
    const known = this.#known.get(id);
    if (known) known.form = spec.form;
    else this.#known.set(id, { kind: spec.kind, trigger: spec.trigger, form: spec.form, value: undefined });
    return { kind: 'ok', id };
  }

  /**
   * A value from the page. `undefined` when no such widget is there any more: the event is dropped. Throws a
   * `WireError` when the value has not the shape of that widget.
   */
  receive(
    id: string,
    value: unknown,
  ): { readonly trigger: boolean; readonly form: string | undefined } | undefined {
    const widget = this.#known.get(id);
    if (!widget) return undefined;
    const schema = value_schema(widget.kind);
    if (schema) parse(schema, value, `value of ${id}`);
    if (!widget.trigger) widget.value = JSON.stringify(value);
    return { trigger: widget.trigger, form: widget.form };
  }

  form_of(id: string): string | undefined {
    return this.#known.get(id)?.form;
  }

  /** Takes the widgets that a page shows already, made by an earlier worker. Returns the values to start with. */
  restore(widgets: Resume['widgets']): readonly WidgetValue[] {
    const values: WidgetValue[] = [];
    for (const [id, { kind, value, form }] of Object.entries(widgets)) {
      const trigger = is_trigger(kind);
      const kept = value === undefined || trigger ? undefined : JSON.stringify(value);
      this.#known.set(id, { kind, trigger, form, value: kept });
      if (kept !== undefined) values.push({ id, value, trigger });
    }
    return values;
  }

  /** The script sets a value: the page hears of it unless it has that value already. `json` is the value's text. */
  set(id: string, json: string): void {
    const widget = this.#known.get(id);
    if (!widget || widget.value === json) return;
    widget.value = json;
    this.#sets.push({ id, value: JSON.parse(json) });
  }

  take_sets(): readonly { id: string; value: unknown }[] {
    const sets = this.#sets;
    this.#sets = [];
    return sets;
  }

  /** Ends a run that came to its end: widgets it did not make are forgotten. Returns their ids. */
  finish(): readonly string[] {
    const gone: string[] = [];
    for (const id of this.#known.keys()) {
      if (!this.#ids.has(id)) gone.push(id);
    }
    for (const id of gone) this.#known.delete(id);
    return gone;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }
}

function is_trigger(kind: string): boolean {
  const definition = is_element_type(kind) ? elements[kind] : undefined;
  return definition?.kind === 'widget' && definition.trigger;
}

function value_schema(kind: string): Schema<unknown> | undefined {
  if (!is_element_type(kind)) return undefined;
  const definition = elements[kind];
  return 'value' in definition ? definition.value : undefined;
}
