/**
 * What stands in the host page: a box that says how it stands, and the frame. In a shadow tree, so that neither page's
 * styles reach the other's; made without markup or inline styles, so that a strict policy of the host lets it be.
 */
import type { EmbedTheme } from '../wire/embed.ts';

/** No content is higher, and a height is a frame's claim. CSS pixels. */
const MOST_HEIGHT = 100_000;

const css = `
:host { display: block; position: relative; }
.frame { display: block; width: 100%; border: 0; }
.frame[data-shown="false"] { position: absolute; inset: 0; height: 100%; opacity: 0; }
.box {
  display: grid; place-content: center; justify-items: center; gap: 0.75rem; box-sizing: border-box; min-height: 10rem;
  padding: 1rem; border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: 8px;
  background: Canvas; color: CanvasText; font: 0.9375rem/1.5 system-ui, sans-serif; text-align: center;
}
.note {
  padding: 0.5rem 0.75rem; border-inline-start: 3px solid CanvasText; background: Canvas; color: CanvasText;
  font: 0.8125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
.note p { margin: 0; }
[data-theme="light"] { color-scheme: light; }
[data-theme="dark"] { color-scheme: dark; }
[data-theme="system"] { color-scheme: light dark; }
.title { font-weight: 600; }
.box p { margin: 0; max-width: 40rem; overflow-wrap: anywhere; }
.bar { width: 8rem; height: 4px; overflow: hidden; border-radius: 2px; background: color-mix(in srgb, CanvasText 15%, Canvas); }
.bar::after { content: ""; display: block; width: 40%; height: 100%; background: CanvasText; animation: move 1.2s ease-in-out infinite alternate; }
@keyframes move { to { transform: translateX(150%); } }
@media (prefers-reduced-motion: reduce) { .bar::after { animation: none; } }
button { padding: 0.375rem 0.875rem; border: 1px solid currentcolor; border-radius: 6px; background: Canvas; color: CanvasText; font: inherit; cursor: pointer; }
button:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
`;

let sheet: CSSStyleSheet | undefined;

export interface View {
  /** Above all else, until other lines or none are given. */
  note(lines: readonly string[]): void;
  waiting(): void;
  loading(): void;
  failed(message: string, retry: () => void): void;
  /** A frame that is not in the page yet, in place of the one before. */
  new_frame(title: string): { readonly frame: HTMLIFrameElement; readonly parent: Node };
  name_frame(title: string): void;
  set_height(pixels: number): void;
  set_theme(theme: EmbedTheme): void;
  /** Leaves nothing behind but the empty shadow tree. */
  clear(): void;
}

export function make_view(root: ShadowRoot, theme: EmbedTheme): View {
  sheet ??= styles();
  root.adoptedStyleSheets = [sheet];
  const box = make('div', 'box');
  box.dataset['theme'] = theme;
  const notes = make('div', 'note');
  notes.dataset['theme'] = theme;
  notes.setAttribute('role', 'status');
  let frame: HTMLIFrameElement | undefined;

  const drop_frame = () => {
    frame?.remove();
    frame = undefined;
  };
  const show_box = (...content: readonly Node[]) => {
    box.replaceChildren(...content);
    if (box.parentNode === root) return;
    if (notes.parentNode === root) notes.after(box);
    else root.prepend(box);
  };

  return {
    note(lines) {
      notes.replaceChildren(...lines.map((line) => make('p', 'line', line)));
      if (lines.length === 0) notes.remove();
      else if (notes.parentNode !== root) root.prepend(notes);
    },
    waiting: () => show_box(make('div', 'bar')),
    loading() {
      const words = make('p', 'words', 'Loading the app…');
      words.setAttribute('role', 'status');
      show_box(make('div', 'bar'), words);
    },
    failed(message, retry) {
      drop_frame();
      const words = make('p', 'words', message);
      words.setAttribute('role', 'alert');
      const button = make('button', 'retry', 'Try again');
      button.addEventListener('click', retry);
      show_box(make('p', 'title', 'This app was not loaded'), words, button);
    },
    new_frame(title) {
      drop_frame();
      frame = make('iframe', 'frame');
      frame.dataset['shown'] = 'false';
      frame.title = title;
      // A reader's click copies code. A page that is isolated can hand that on.
      frame.allow = 'clipboard-write; fullscreen; cross-origin-isolated';
      return { frame, parent: root };
    },
    name_frame(title) {
      if (frame) frame.title = title;
    },
    set_height(pixels) {
      if (!frame) return;
      frame.style.height = `${Math.ceil(Math.min(Math.max(pixels, 0), MOST_HEIGHT))}px`;
      frame.dataset['shown'] = 'true';
      box.remove();
    },
    set_theme(next) {
      box.dataset['theme'] = next;
      notes.dataset['theme'] = next;
    },
    clear: () => root.replaceChildren(),
  };
}

/** Not a `<style>`: a host's policy may forbid those. */
function styles(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  class_name: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = class_name;
  element.textContent = text;
  return element;
}
