import { useMemo, useRef } from 'preact/hooks';
import { AlertBox } from '../../parts/alert_box.tsx';
import { type Check, FormContext, type FormState } from '../../parts/form.ts';
import { useServices } from '../../parts/services.ts';
import { box_props, key_class } from '../../view/layout.ts';
import type { Component } from '../component.ts';
import '../../parts/blocks.css';
import './form.css';

export const form: Component<'form'> = ({ element, children }) => {
  const { form_id, border = false, key, width, height } = element;
  const box = useRef<HTMLDivElement>(null);
  const services = useServices();
  const latest = useRef(element);
  latest.current = element;
  const state = useMemo(() => {
    const clear = () => {
      if (latest.current.clear_on_submit) void services.load().then((page) => page.clear_form(form_id));
    };
    return form_state(box, () => latest.current.enter_to_submit !== false, clear);
  }, [form_id]);
  return (
    <FormContext.Provider value={state}>
      <div class="stLayoutWrapper" data-testid="stLayoutWrapper" {...box_props(width, height)}>
        <div
          ref={box}
          class={`stForm${key_class(key)}`}
          data-testid="stForm"
          data-border={border}
          data-scroll={typeof height === 'number'}
        >
          <div class="stVerticalBlock" data-testid="stVerticalBlock">
            {children}
          </div>
          {/* Shown by the style sheet, when a run is over and there is no such button. */}
          <div class="stFormWithoutSubmit">
            <AlertBox level="error">
              <p>
                <strong>Missing submit button.</strong> What is entered in this form is never sent to the app.
                Its author can add a <code>st.form_submit_button</code> to it.
              </p>
            </AlertBox>
          </div>
        </div>
      </div>
    </FormContext.Provider>
  );
};

function form_state(
  box: { readonly current: HTMLElement | null },
  enter_submits: () => boolean,
  sent: () => void,
): FormState {
  const checks = new Set<Check>();
  const first_button = () =>
    box.current?.querySelector<HTMLButtonElement>('[data-testid="stFormSubmitButton"] button');
  const takes_enter = () => enter_submits() && first_button()?.disabled === false;
  return {
    join(check) {
      checks.add(check);
      return () => checks.delete(check);
    },
    takes_enter,
    enter: () => {
      if (takes_enter()) first_button()?.click();
    },
    ready() {
      // All of them: what is missing is said of each.
      const refused = [...checks].filter((check) => !check()).length > 0;
      if (refused) requestAnimationFrame(() => focus_first_fault(box.current));
      return !refused;
    },
    sent,
  };
}

function focus_first_fault(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
