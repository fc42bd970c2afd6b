/**
 * How the page that a provider sends the reader back to (`callback_page.ts`) reaches the page that asked. By a channel of
 * this origin and not by `opener`: that one is cut where the page is isolated, and we cut it ourselves so that a provider
 * cannot navigate us.
 */

/** Of `BroadcastChannel`, and the key of `sessionStorage` where a page that went itself left what it asked. */
export const CALLBACK = 'tablit-sign-in';

/** The answer as it stood in the address; its state says whose it is. */
export interface CallbackMessage {
  readonly state: string;
  readonly answer: string;
}

export function is_callback(data: unknown): data is CallbackMessage {
  if (typeof data !== 'object' || data === null) return false;
  const { state, answer } = data as Readonly<Record<string, unknown>>;
  return typeof state === 'string' && typeof answer === 'string';
}

/** What a page leaves behind when it goes to the provider itself, as it may open no window. */
export interface Departure {
  readonly state: string;
  /** Where to come back to. */
  readonly page: string;
  /** Put in by the callback page. */
  readonly answer?: string;
}

/** What `text` of the storage says; undefined for anything else. */
export function read_departure(text: string | null): Departure | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as Partial<Departure> | null;
    return typeof found?.state === 'string' && typeof found.page === 'string'
      ? (found as Departure)
      : undefined;
  } catch {
    return undefined;
  }
}
