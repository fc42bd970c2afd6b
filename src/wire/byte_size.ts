/** Numbers of bytes as the page, the worker and the shell say them to people. */

const units = [
  [1_000_000_000, 'GB', 1],
  [1_000_000, 'MB', 1],
  [1_000, 'KB', 0],
] as const;

/** `840 B`, `12 KB`, `3.1 MB`. */
export function byte_size(bytes: number): string {
  const { size, name, digits } = unit_of(bytes);
  return `${rounded(bytes / size, digits)} ${name}`;
}

/** `1.2 of 3.4 MB`. */
export function byte_share(part: number, whole: number): string {
  const { size, digits } = unit_of(whole);
  return `${rounded(part / size, digits)} of ${byte_size(whole)}`;
}

/** The unit in which the number, rounded, is at least 1. */
function unit_of(bytes: number): { readonly size: number; readonly name: string; readonly digits: number } {
  const [size, name, digits] = units.find(([unit]) => bytes >= unit * 0.9995) ?? [1, 'B', 0];
  return { size, name, digits };
}

function rounded(number: number, digits: number): string {
  return String(Number(number.toFixed(digits)));
}
