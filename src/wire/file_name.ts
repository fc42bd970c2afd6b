/**
 * The name of a file that a reader chose, or that a script gives a download, made safe: a name that no system takes for a
 * path, a device or something else than it says. Nothing is refused: a photo with a strange name is still a photo.
 */

/** Names that Windows gives to devices, with any ending and in any case. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** Controls, line and paragraph separators, and the marks that turn the direction of what follows. */
const unseen = /[\p{Cc}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** UTF-8 bytes that most file systems give a name, and characters of an ending that is kept when a name is cut. */
const most_bytes = 255;
const most_ending = 20;

/** The last part of what may be a path. Never empty. */
export function safe_file_name(name: string, otherwise = 'file'): string {
  return safe_part(name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '') ?? otherwise;
}

/** As `safe_file_name`, with the folders that a file has inside of a directory, `/` between them. */
export function safe_file_path(path: string, otherwise = 'file'): string {
  const parts = path.split(/[/\\]/).flatMap((part) => safe_part(part) ?? []);
  return parts.length === 0 ? otherwise : parts.join('/');
}

/** Undefined for a part that says nothing: empty, or only dots. */
function safe_part(part: string): string | undefined {
  // Dots and blanks at the end are no part of a name for some systems.
  const text = part
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(unseen, '')
    .trim()
    .replace(/[. ]+$/, '');
  if (text === '') return undefined;
  const name = cut(text);
  return device.test(name) || name.toLowerCase() === '__proto__' ? `_${name}` : name;
}

/** At most so long as a file system takes it, with its ending. */
function cut(name: string): string {
  if (bytes_of(name) <= most_bytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= most_ending ? name.slice(dot) : '';
  let left = most_bytes - bytes_of(ending);
  let stem = '';
  for (const character of name) {
    left -= bytes_of(character);
    if (left < 0) break;
    stem += character;
  }
  return stem + ending;
}

function bytes_of(text: string): number {
  return new TextEncoder().encode(text).length;
}
