/** Shows a window of the shell over the app, until it closes itself. */
import { type JSX, render } from 'preact';
import { SignsContext } from '../ui/chrome/dialog.tsx';
import { own_place } from './own_windows/place.ts';
import { own_signs } from './own_windows/signs.ts';

/** `make` gets what closes the panel. Returns the same, for a caller that closes it from outside. */
export function show_panel(make: (close: () => void) => JSX.Element): () => void {
  const place = own_place();
  const close = () => {
    render(null, place.box);
    place.remove();
  };
  render(<SignsContext.Provider value={own_signs()}>{make(close)}</SignsContext.Provider>, place.box);
  return close;
}
