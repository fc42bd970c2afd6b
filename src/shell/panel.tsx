/** Shows a dialog of the shell beside the app, until it closes itself. */
import { type JSX, render } from 'preact';

/** `make` gets what closes the panel. Returns the same, for a caller that closes it from outside. */
export function show_panel(make: (close: () => void) => JSX.Element): () => void {
  const place = document.createElement('div');
  place.className = 'stPanel';
  document.body.append(place);
  const close = () => {
    render(null, place);
    place.remove();
  };
  render(make(close), place);
  return close;
}
