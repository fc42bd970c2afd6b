/** What the widgets of a form and the form know of each other. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';

/** Commits what is typed, and says whether the value may be sent. */
export type Check = () => boolean;

export interface FormState {
  /** Returns how to leave again. */
  readonly join: (check: Check) => () => void;
  /** Whether Enter in a field submits: the form lets it, and its first submit button can be pressed. */
  readonly takes_enter: () => boolean;
  /** Presses the first submit button, where Enter submits. */
  readonly enter: () => void;
  /** Asks all widgets before a submit; the first that refuses gets the focus. */
  readonly ready: Check;
  /** The values were sent. */
  readonly sent: () => void;
}

export const FormContext = createContext<FormState | undefined>(undefined);

/** The form around a widget, whose `check` is asked before each submit. */
export function useForm(check?: Check): FormState | undefined {
  const form = useContext(FormContext);
  const latest = useRef(check);
  latest.current = check;
  useEffect(() => form?.join(() => latest.current?.() ?? true), [form]);
  return form;
}
