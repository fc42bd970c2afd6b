/** Shows a dialog of the shell beside the app, until it closes itself. */
import { type JSX, render } from 'preact';

let shown = 0;

/** `make` gets what closes the panel. Returns the same, for a caller that closes it from outside. */
export function show_panel(make: (close: () => void) => JSX.Element): () => void {
  const place = document.createElement('div');
  place.className = 'stPanel';
  document.body.append(place);
  const close = () => {
    render(null, place);
    place.remove();
  };
  render(with_ids_of_its_own(make(close), ++shown), place);
  return close;
}

/**
 * `useId` counts from the root of a tree, and each root begins anew: a label in a panel would name an input of the app.
 * The number that its ids begin with stands at the root, under a name that is Preact's own (a test holds it).
 */
function with_ids_of_its_own(element: JSX.Element, number: number): JSX.Element {
  return Object.assign(element, { __m: [number, 0] });
}
