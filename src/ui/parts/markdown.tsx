/** Markdown as Preact nodes. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { lazy, useLazy } from './lazy.ts';
import './markdown.css';

export interface MarkdownProps {
  readonly body: string;
  /** As in a label: marks of lists, headings and quotes are words, and no block is drawn as one. */
  readonly inline?: boolean | undefined;
  /** What stands behind the mark of a heading: one line, whatever it begins with. */
  readonly heading?: boolean | undefined;
  /** HTML in the text is shown, cleaned of all that could run, instead of being shown as characters. */
  readonly allow_html?: boolean | undefined;
  /** `false`: headings get no id and no link to them. */
  readonly anchors?: boolean | undefined;
  /** Whether links can be followed. In a label they cannot unless asked for: it may stand on a button. */
  readonly links?: boolean | undefined;
}

type Reader = typeof import('./markdown_reader.ts');

/** A third of the first page's program otherwise; texts without marks do without. */
const reader = lazy<Reader>(() => import('./markdown_reader.ts'));

/** Fetches what texts with marks need. Resolves when it is there, and when it does not come: they are shown as they are then. */
export async function preload_markdown(): Promise<void> {
  await reader.load().catch(() => undefined);
}

/** The reader of texts with marks, once it has arrived; it is not waited for where `body` has none. */
function useReader(body: string): Reader | undefined {
  return useLazy(is_plain(body) ? undefined : reader);
}

export function Markdown(props: MarkdownProps): JSX.Element {
  const {
    body,
    heading = false,
    inline = heading,
    allow_html = false,
    anchors = true,
    links = !inline,
  } = props;
  const form = heading ? 'heading' : inline ? 'label' : 'text';
  const read = useReader(body)?.nodes_of_body;
  const failed = reader.failed();
  const content = useMemo<ComponentChildren>(() => {
    if (is_plain(body)) return <p>{body}</p>;
    // Marks are no text for a reader. It takes its room, so that less moves when it can be read.
    if (!read) return <p class={failed ? undefined : 'stMarkdownWaiting'}>{body}</p>;
    return read(body, { form, allow_html, anchors, links });
  }, [body, form, allow_html, anchors, links, read, failed]);
  return (
    <div class="stMarkdownContainer" data-testid="stMarkdownContainer" data-inline={inline}>
      {content}
    </div>
  );
}

/** What the line of a heading says, without its marks; undefined until that can be told. */
export function usePlainText(body: string): string | undefined {
  const part = useReader(body);
  return is_plain(body) ? body : part?.text_of_body(body, 'heading');
}

/**
 * Whether a text has nothing that Markdown could read: one line, no mark, no blank at its ends. Most labels and many
 * texts are such; they cost one look instead of a lexer.
 */
export function is_plain(body: string): boolean {
  return !marks.test(body);
}

const marks =
  /[\\`*_[\]<$~&@\n\t]|:(?:(?!\d+:(?<!:100:|:1234:))[\w+-]+[:[/]|\/\/)|www\.|(?:^|\s)(?:->|--|>=)(?:\s|$)|^(?:$|\s|[#>|+=-]|\d{1,9}[.)](?:\s|$))|\s$/i;
