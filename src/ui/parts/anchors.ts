/** Whether headings have an id and a link to themselves: in the sidebar, which is on every page, they do not. */
import { createContext } from 'preact';

export const AnchorsContext = createContext(true);
