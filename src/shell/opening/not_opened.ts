/** Why an app was not opened, as the page says it. */
import { ShareError } from '../../share/index.ts';

/** What was given is no app, or did not come. Message and hint are for the reader. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
  readonly hint: string;

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}

export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** What the browser throws itself. Its words are for programmers; those of our own errors are for readers. */
const natives = [TypeError, RangeError, ReferenceError, SyntaxError, URIError, DOMException];

/** In words. What nobody foresaw is named in the console: a reader has no use for it. */
export function as_refusal(error: unknown): Refusal {
  if (error instanceof ShareError || error instanceof NotOpened) {
    return { message: error.message, hint: error.hint };
  }
  if (error instanceof Error && !natives.some((native) => error instanceof native)) {
    return { message: error.message, hint: '' };
  }
  console.error(error);
  return {
    message: 'Something of this page did not work, so the app was not opened.',
    hint: 'Look whether you are online, and load the page again. The browser’s console says more.',
  };
}
