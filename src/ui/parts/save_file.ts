/** Hands a file to the reader's browser, which saves it as it does. */

/** Types that a browser would rather run than save, should it show the file after all. */
const active = /html|xml|svg|script|mhtml|multipart/i;

/** Milliseconds in which a browser has begun to read what it saves. */
const reading = 10_000;

export function save_file(data: BlobPart, name: string, type: string): void {
  const kind = active.test(type) ? 'application/octet-stream' : type;
  const url = URL.createObjectURL(new Blob([data], { type: kind }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), reading);
}
