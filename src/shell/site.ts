/** Reads what the build wrote into the page. */
import { SITE_ELEMENT, type Site } from '../share/site.ts';

/** Throws when the page was not built: opened from the sources, or cut short. */
export function read_site(): Site {
  const text = document.getElementById(SITE_ELEMENT)?.textContent ?? '';
  if (text.trim() === '')
    throw new Error('This page was not built. Run `npm start`, or `npx tablit run app.py`.');
  return JSON.parse(text) as Site;
}
