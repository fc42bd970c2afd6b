/**
 * Files that the page itself carries when it is one file: each as base64 in a block that no browser runs. A path
 * `#id` names the block; anything else is an address.
 */

export function is_carried(path: string): boolean {
  return path.startsWith('#');
}

const read = new Map<string, Promise<Blob | undefined>>();

/** Undefined when the page has no such block or it is damaged: the page's file is cut short. */
export function carried_file(path: string): Promise<Blob | undefined> {
  const known = read.get(path);
  if (known) return known;
  const blob = take(path);
  read.set(path, blob);
  return blob;
}

async function take(path: string): Promise<Blob | undefined> {
  await whole_page();
  const block = document.getElementById(path.slice(1));
  if (!block) return undefined;
  const text = block.textContent;
  // Its bytes are held from here on; the text would be held a second time.
  block.remove();
  try {
    return new Blob([from_base64(text)]);
  } catch {
    return undefined;
  }
}

/** Resolves once everything that the page carries has been parsed. */
function whole_page(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Newer browsers do it themselves, in a tenth of the time. Throws when `text` is no base64. */
export function from_base64(text: string): Bytes {
  const { fromBase64 } = Uint8Array as { readonly fromBase64?: (text: string) => Bytes };
  if (fromBase64) return fromBase64.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
