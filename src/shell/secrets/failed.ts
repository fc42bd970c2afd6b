/** What is told where secrets could not be read: in words that hold nothing of them. */

export interface Failed {
  readonly kind: 'failed';
  readonly message: string;
}

/** Our own errors come with a hint and are made of fixed words; those of others may quote what they were given. */
export function failed(error: unknown): Failed {
  const { message, hint } = error as { readonly message: string; readonly hint?: string };
  return {
    kind: 'failed',
    message: hint ? `${message}. ${hint}` : 'Load the page again.',
  };
}
