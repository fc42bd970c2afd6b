/** What a reader types before it counts: a field's text until Enter or until the field is left. */
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Draft {
  readonly text: string;
  /** It differs from what was committed. */
  readonly dirty: boolean;
  readonly type: (text: string) => void;
  /** Commits the draft, when it differs. */
  readonly commit: () => void;
  /** Takes the committed text back. */
  readonly reset: () => void;
}

/**
 * `committed` is the text of the widget's value. A value that the script sets takes the place of the draft; `send` answers
 * whether it takes a text.
 */
export function useDraft(committed: string, send: (text: string) => boolean): Draft {
  const [text, set_text] = useState(committed);
  const before = useRef(committed);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    if (before.current === committed) return;
    before.current = committed;
    set_text(committed);
  }, [committed]);
  const shown = before.current === committed ? text : committed;
  return {
    text: shown,
    dirty: shown !== committed,
    type(next) {
      latest.current = next;
      set_text(next);
    },
    commit() {
      const now = latest.current;
      if (now !== committed && send(now)) before.current = now;
    },
    reset: () => set_text(committed),
  };
}
