/** What `%…` in a part of an address stands for. A part that is no proper escape (`100%.py`) is taken as it stands. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
