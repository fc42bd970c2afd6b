/** What the page's address asks of the page itself: `?embed=true`, `embed_options=…`, `theme=…`. */
import { type ThemeChoice, theme_choice_of } from './choice.ts';

export interface Embed {
  /** Shown inside another page: no header, no menu, little padding, unless asked for. */
  readonly embedded: boolean;
  readonly show_toolbar: boolean;
  readonly show_padding: boolean;
  readonly show_colored_line: boolean;
  readonly disable_scrolling: boolean;
  readonly hide_loading_screen: boolean;
  /** The theme that the address asks for; it stands before the reader's own choice and is not remembered. */
  readonly theme: ThemeChoice | undefined;
}

export const not_embedded: Embed = {
  embedded: false,
  show_toolbar: true,
  show_padding: true,
  show_colored_line: false,
  disable_scrolling: false,
  hide_loading_screen: false,
  theme: undefined,
};

/**
 * Reads a query string. As in the original, `embed_options` may be repeated and hold a list with commas, and counts only
 * beside `embed=true`; `theme` stands alone.
 */
export function read_embed(query: string): Embed {
  const params = new URLSearchParams(query);
  const theme = theme_choice_of(params.get('theme'));
  if (!params.getAll('embed').some((value) => value.toLowerCase() === 'true'))
    return { ...not_embedded, theme };
  const options = new Set(params.getAll('embed_options').flatMap(words));
  return {
    embedded: true,
    show_toolbar: options.has('show_toolbar'),
    show_padding: options.has('show_padding'),
    show_colored_line: options.has('show_colored_line'),
    disable_scrolling: options.has('disable_scrolling'),
    hide_loading_screen: options.has('hide_loading_screen'),
    theme: theme ?? embed_theme(options),
  };
}

function embed_theme(options: ReadonlySet<string>): ThemeChoice | undefined {
  if (options.has('light_theme')) return 'light';
  return options.has('dark_theme') ? 'dark' : undefined;
}

function words(list: string): string[] {
  return list.split(',').map((word) => word.trim().toLowerCase());
}
