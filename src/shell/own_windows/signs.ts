/**
 * Three words by which a reader knows the page's own windows. An app can imitate how a window looks; these it cannot
 * read: they are in the storage of the page's origin and in shadow trees, and an app's script reaches neither.
 */
const KEY = 'tablit.signs';

const words = [
  'amber blue coral ebony golden green indigo ivory jade lilac ochre olive pearl plum ruby rusty sable sandy silver teal violet white yellow azure bronze copper crimson scarlet khaki maroon mauve navy',
  'brave calm clever cosy dizzy eager early fancy gentle happy hasty humble jolly kind lazy lively lucky merry mighty nimble noble patient polite proud quick quiet shy sleepy sly steady tiny wise',
  'badger beaver bison camel crane deer dolphin eagle falcon ferret fox gecko goose hare hawk heron horse ibex jackal koala lemur lion llama lynx mole moose newt otter owl panda puffin raven',
].map((list) => list.split(' '));

/** One word of each list. */
export function make_signs(numbers: ArrayLike<number>): string {
  return words.map((list, index) => list[(numbers[index] ?? 0) % list.length]).join(' ');
}

let shown: string | undefined;

/**
 * The reader's signs: made once, and kept where the browser keeps something; else as long as the page.
 * Undefined inside another page: nobody is to enter anything there, and that page is not to have them shown.
 */
export function own_signs(): string | undefined {
  if (window.parent !== window) return undefined;
  shown ??= kept_signs() ?? make_signs(crypto.getRandomValues(new Uint8Array(words.length)));
  return shown;
}

function kept_signs(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) return kept;
    const made = make_signs(crypto.getRandomValues(new Uint8Array(words.length)));
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    return undefined; // storage is blocked
  }
}
