/** Markdown as Preact nodes. `inline`: as in a label, where blocks are unwrapped to what they say. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { lex } from './markdown_lexer.ts';
import { nodes_of, text_of } from './markdown_nodes.tsx';
import type { AnyToken } from './markdown_tokens.ts';
import './markdown.css';

export interface MarkdownProps {
  readonly body: string;
  readonly inline?: boolean | undefined;
  /** HTML in the text is shown, cleaned of all that could run, instead of being shown as characters. */
  readonly allow_html?: boolean | undefined;
  /** `false`: headings get no id and no link to them. */
  readonly anchors?: boolean | undefined;
  /** Whether links can be followed. In a label they cannot unless asked for: it may stand on a button. */
  readonly links?: boolean | undefined;
}

export function Markdown(props: MarkdownProps): JSX.Element {
  const { body, inline = false, allow_html = false, anchors = true, links = !inline } = props;
  const content = useMemo<ComponentChildren>(() => {
    if (is_plain(body)) return <p>{body}</p>;
    const nodes = nodes_of(tokens_of(body), { inline, allow_html, anchors, links });
    return inline ? <p>{nodes}</p> : nodes;
  }, [body, inline, allow_html, anchors, links]);
  return (
    <div class="stMarkdownContainer" data-testid="stMarkdownContainer" data-inline={inline}>
      {content}
    </div>
  );
}

/**
 * Whether a text has nothing that Markdown could read: one line, no mark, no blank at its ends. Most labels and many
 * texts are such; they cost one look instead of a lexer.
 */
export function is_plain(body: string): boolean {
  return !marks.test(body);
}

/** What a text says, without its marks. */
export function plain_text(body: string): string {
  return is_plain(body) ? body : text_of(tokens_of(body));
}

const marks =
  /[\\`*_[\]<$~&@\n\t]|:(?:(?!\d+:(?<!:100:|:1234:))[\w+-]+[:[/]|\/\/)|www\.|(?:^|\s)(?:->|--|>=)(?:\s|$)|^(?:$|\s|[#>|+=-]|\d{1,9}[.)](?:\s|$))|\s$/i;

/** Texts that were read last: a rerun brings most of them again. */
const cache = new Map<string, readonly AnyToken[]>();
const CACHED_TEXTS = 2_000;
/** Longer ones are kept by the component that shows them only. */
const CACHED_LENGTH = 5_000;

function tokens_of(body: string): readonly AnyToken[] {
  const known = cache.get(body);
  if (known) return known;
  const tokens = lex(body);
  if (body.length <= CACHED_LENGTH) {
    if (cache.size >= CACHED_TEXTS) cache.clear();
    cache.set(body, tokens);
  }
  return tokens;
}
