/**
 * Where the page's own windows stand. An app may restyle the page as it likes, `st.html("<style>…")` reaches all of it;
 * what asks the reader for a permission or a passphrase must look and work as it is. So each stands in a shadow tree
 * beside the body, and inherits nothing.
 */
import { to_hex } from '../../share/bytes.ts';
import { own_sheet } from '../../ui/panels/own_sheet.ts';

export interface OwnPlace {
  /** What to render into. */
  readonly box: HTMLElement;
  remove(): void;
}

type Styles = Readonly<Record<string, string>>;

/** `all` leaves these two out. Important in the element's own attribute: nothing in a sheet is stronger. */
const host_styles: Styles = { all: 'initial', direction: 'ltr', 'unicode-bidi': 'isolate' };

/**
 * What the document's root could do to the top layer. Animations and transitions come first: a transition that has
 * begun would be stronger than what is set here.
 */
const root_styles: Styles = {
  animation: 'none',
  transition: 'none',
  display: 'block',
  zoom: '1',
  'content-visibility': 'visible',
  opacity: '1',
  filter: 'none',
  'clip-path': 'none',
  mask: 'none',
};

function set_styles(element: HTMLElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

const boxes = new Set<HTMLElement>();

/**
 * Lists and tooltips of the app are in the top layer too, and the later one lies above: while a window of the page's own
 * is open, none opens. Of what happens inside of a shadow tree the document does not hear.
 */
function keep_back(event: ToggleEvent): void {
  if (event.newState === 'open' && [...boxes].some((box) => box.querySelector('dialog:modal'))) {
    event.preventDefault();
  }
}

/** Nobody can guess it, and it begins with a letter. */
const name = `own${to_hex(crypto.getRandomValues(new Uint8Array(16)))}`;

export function own_place(): OwnPlace {
  const { documentElement: page } = document;
  if (boxes.size === 0) {
    set_styles(page, root_styles);
    document.addEventListener('beforetoggle', keep_back, { capture: true });
  }
  const host = document.createElement('div');
  host.className = 'stPanel';
  set_styles(host, host_styles);
  // Keys that are meant for a window are no shortcuts of the app.
  for (const type of ['keydown', 'keyup'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  const root = host.attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  box.className = 'stOwn';
  const { theme } = page.dataset;
  if (theme) box.dataset['theme'] = theme;
  root.append(box);
  boxes.add(box);
  page.append(host);
  // As `medium`, which `all` made it: the reader's own choice, whatever the app makes of the root's.
  const rem = Number.parseFloat(getComputedStyle(host).fontSize) || 16;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(own_sheet({ rem, name }));
  root.adoptedStyleSheets = [sheet];
  return {
    box,
    remove() {
      host.remove();
      boxes.delete(box);
      if (boxes.size > 0) return;
      for (const property of Object.keys(root_styles)) page.style.removeProperty(property);
      document.removeEventListener('beforetoggle', keep_back, { capture: true });
    },
  };
}
