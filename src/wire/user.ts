/** Who is signed in, as the shell hands it to the worker: what `st.user` reads. */

export interface User {
  /** The claims of the ID token, checked by the shell, as the JSON of one object. */
  readonly claims: string;
  /**
   * By the names that `expose_tokens` of `[auth]` lists (`id`, `access`): placeholders, as sealed secrets have. The tokens
   * themselves stay in the shell.
   */
  readonly tokens: Readonly<Record<string, string>>;
}

/** The same as JSON, for a language on the other side of a text; `null` when nobody is signed in. */
export function user_json(user: User | undefined): string {
  if (!user) return 'null';
  return `{"claims":${user.claims},"tokens":${JSON.stringify(user.tokens)}}`;
}
