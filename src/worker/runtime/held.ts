/**
 * Values that start no run by themselves: of a form's widgets until its submit, and of widgets with
 * `on_change="ignore"` until any run. Rules: semantics §4 and §14.
 */
import type { WidgetValue } from './scheduler.ts';

export class Held {
  readonly #values = new Map<string, WidgetValue>();

  /** The newest value of a widget stands, in the order of the newest changes. */
  hold(value: WidgetValue): void {
    this.#values.delete(value.id);
    this.#values.set(value.id, value);
  }

  /** The script set the widget, or it is gone. */
  drop(id: string): void {
    this.#values.delete(id);
  }

  /** Takes what goes with a run: the values of `form`, and those of no form. `form_of` says where a widget is now. */
  release(form: string | undefined, form_of: (id: string) => string | undefined): readonly WidgetValue[] {
    const released = [...this.#values.values()].filter(({ id }) => {
      const mine = form_of(id);
      return mine === undefined || mine === form;
    });
    for (const { id } of released) this.#values.delete(id);
    return released;
  }
}
