/** What a link's fragment holds; apart from reading it, as every page looks whether its address is such a link. */

/** Whether `hash` (of a `location`) claims to hold an app. Never throws. */
export function has_app(hash: string): boolean {
  return field(hash, 'app') !== undefined;
}

export function field(hash: string, name: string): string | undefined {
  const fragment = hash.slice(hash.indexOf('#') + 1);
  const found = fragment.split('&').find((part) => part.startsWith(`${name}=`));
  // Mail programs break long lines, and pasting keeps the breaks.
  return found?.slice(name.length + 1).replaceAll(/\s|%20|%0[AD]/gi, '');
}
