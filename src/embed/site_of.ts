/** The folder that a script lies in: its site. */

/** Throws a `TypeError` for a script that no web server gave. */
export function site_of(script: string): URL {
  const url = URL.canParse(script) ? new URL(script) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol)) return new URL('./', url);
  throw new TypeError(
    `embed.js must come from a web server, and not from “${script}”: the app's frame is a page of the same server.`,
  );
}
