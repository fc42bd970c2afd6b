/** What a reader types before it counts: a field's text until Enter or until the field is left. */
import { useRef, useState } from 'preact/hooks';
import { useForm } from './form.ts';

export interface Draft {
  readonly text: string;
  /** It differs from what was committed. */
  readonly dirty: boolean;
  /** Why it was refused, until it is changed. */
  readonly fault: string | undefined;
  readonly type: (text: string) => void;
  /** Commits the draft, when it differs. `quietly`: one that is refused stays without a word, it is still being typed. */
  readonly commit: (quietly?: 'quietly') => void;
  /** Commits the draft and submits the form around the field, where Enter does that. */
  readonly enter: () => void;
  /** What Enter does: undefined for nothing that is worth telling. */
  readonly hint: 'apply' | 'submit form' | undefined;
}

/**
 * `committed` is the text of the widget's value; another one, which the script sets, takes the place of what is shown, but
 * not of what the reader is in the middle of typing. `send` answers why it does not take a text, or nothing. A `required`
 * field that is empty keeps its form from being submitted.
 */
export function useDraft(
  committed: string,
  send: (text: string) => string | undefined,
  required = false,
): Draft {
  const [, render] = useState({});
  /** What is typed, and what was committed when it was. */
  const typed = useRef<{ readonly text: string; over: string; fault?: string | undefined }>(undefined);
  const held = typed.current;
  if (held && committed !== held.over) {
    // Somebody who typed and took it back again, or typed the same, has nothing left to commit.
    if (held.text === committed || held.text === held.over) typed.current = undefined;
    else held.over = committed;
  }
  const text = typed.current?.text ?? committed;
  const commit = (quietly?: 'quietly') => {
    // Enter may come before the last key is drawn.
    const now = typed.current;
    if (!now || now.text === committed) return;
    const fault = send(now.text);
    // What was typed may read otherwise than what it means: 007.
    if (fault === undefined) typed.current = undefined;
    else if (!quietly) now.fault = fault;
    render({});
  };
  const form = useForm(() => {
    const now = typed.current?.text ?? committed;
    if (required && now.trim() === '') {
      typed.current = { text: now, over: committed, fault: REQUIRED };
      render({});
    } else commit();
    return typed.current?.fault === undefined;
  });
  return {
    text,
    dirty: text !== committed,
    fault: typed.current?.fault,
    type(next) {
      typed.current = { text: next, over: committed };
      render({});
    },
    commit,
    enter() {
      commit();
      form?.enter();
    },
    hint: !form ? 'apply' : form.takes_enter() ? 'submit form' : undefined,
  };
}

/** What is said of an empty field that must not be. */
export const REQUIRED = 'This field is required';
