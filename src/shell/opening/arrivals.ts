/** Files that are dragged over the page: what takes them is fetched when the first come. */

const take = () => import('./take_files.tsx');

export function expect_files(): void {
  let taken = false;
  addEventListener('dragenter', ({ dataTransfer }) => {
    if (taken || !dataTransfer?.types.includes('Files')) return;
    taken = true;
    void take().then(({ take_drops }) => take_drops());
  });
}

/** The same for the keyboard: the browser's window to choose files. */
export function choose_files(): void {
  void take().then((module) => module.choose_files());
}
