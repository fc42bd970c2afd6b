/** Tokens → Preact nodes. Every address goes through `safe_url.ts`, every character into a text node. */
import type { ComponentChild, ComponentChildren, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { CodeBlock } from './code_block.tsx';
import { Emoji } from './markdown_emoji.tsx';
import { TextHeading } from './markdown_heading.tsx';
import { HtmlNodes, has_html } from './markdown_html.tsx';
import type { Form } from './markdown_lexer.ts';
import { MarkdownIcon, Span } from './markdown_marks.tsx';
import { Formula } from './markdown_math.tsx';
import { Table } from './markdown_table.tsx';
import { decode, typographic } from './markdown_text.ts';
import type { AnyToken } from './markdown_tokens.ts';
import { StaticFilesContext } from './static_files.ts';
import { link_props, picture_src } from './static_path.ts';

export interface Options {
  /** Other than in a text, no block is drawn as one. */
  readonly form: Form;
  readonly allow_html: boolean;
  readonly anchors: boolean;
  readonly links: boolean;
}

/** What marked leaves open in its types: anything with tokens inside. */
type Tokens = readonly unknown[] | undefined;

export function nodes_of(tokens: Tokens, options: Options): ComponentChild[] {
  const list = (tokens ?? []) as readonly AnyToken[];
  if (options.allow_html && has_html(list)) return [<HtmlNodes tokens={list} options={options} />];
  return list.flatMap((token, index) =>
    index > 0 && blocks.has(token.type) ? ['\n', node_of(token, options)] : [node_of(token, options)],
  );
}

/** Lines of their own in the page's text too: what is copied, found and read out has no words that run together. */
const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'code',
  'blockquote',
  'hr',
  'list',
  'table',
]);

export function node_of(token: AnyToken, options: Options): ComponentChild {
  const inner = () => nodes_of('tokens' in token ? token.tokens : undefined, options);
  switch (token.type) {
    case 'text':
      if (token.tokens) return inner();
      return token.escaped === true ? token.text : typographic(decode(token.text));
    case 'escape':
    case 'dollars':
      return token.text;
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <del>{inner()}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return [<br />, '\n'];
    case 'link':
      return <Link href={token.href} title={token.title} inside={inner()} options={options} />;
    case 'image':
      return <Picture src={token.href} alt={token.text} title={token.title} />;
    case 'span':
      return (
        <Span style={token.style} color={token.color}>
          {inner()}
        </Span>
      );
    case 'icon':
      return <MarkdownIcon name={token.name} />;
    case 'emoji':
      return <Emoji name={token.name} />;
    case 'math':
      return <Formula tex={token.tex} display={token.display} />;
    case 'html':
      return token.block ? <p>{token.text}</p> : token.text;
    case 'space':
    case 'def':
      return null;
    default:
      return options.form === 'text' ? block_of(token, options) : unwrapped(token, options);
  }
}

function block_of(token: AnyToken, options: Options): ComponentChild {
  const inner = () => nodes_of('tokens' in token ? token.tokens : undefined, options);
  switch (token.type) {
    case 'heading':
      return (
        <TextHeading
          level={token.depth}
          text={text_of(token.tokens, options.allow_html)}
          link={options.anchors}
        >
          {inner()}
        </TextHeading>
      );
    case 'code':
      return (
        <div class="stMarkdownPre" data-testid="stMarkdownPre">
          <CodeBlock code={token.text} language={token.lang?.split(/\s/, 1)[0]} />
        </div>
      );
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'hr':
      return <hr />;
    case 'list': {
      const items = token.items.flatMap((item: { task: boolean; tokens: Tokens }) => [
        <li data-task={item.task}>{nodes_of(item.tokens, options)}</li>,
        '\n',
      ]);
      if (!token.ordered) return <ul>{items}</ul>;
      return <ol start={token.start === 1 || token.start === '' ? undefined : token.start}>{items}</ol>;
    }
    case 'checkbox':
      return <Task checked={token.checked} />;
    case 'table':
      return <Table table={token} content={(cell) => nodes_of(cell, options)} />;
    default:
      return token.raw;
  }
}

/** What a block says, without the block: those that a label may still have, since lists, headings and quotes are words. */
function unwrapped(token: AnyToken, options: Options): ComponentChild {
  switch (token.type) {
    case 'code':
      return <code>{token.text}</code>;
    case 'table': {
      const cells = [token.header, ...token.rows].flat() as { tokens: Tokens }[];
      return cells.map((cell) => <>{nodes_of(cell.tokens, options)} </>);
    }
    default:
      return 'tokens' in token ? nodes_of(token.tokens, options) : null;
  }
}

interface LinkProps {
  readonly href: string;
  readonly title: string | null | undefined;
  readonly inside: ComponentChildren;
  readonly options: Options;
}

function Link({ href, title, inside, options }: LinkProps): JSX.Element {
  const files = useContext(StaticFilesContext);
  const link = options.links ? link_props(decode(href), files) : {};
  if (link.href === undefined) return <>{inside}</>;
  return (
    <a {...link} title={title ? decode(title) : undefined}>
      {inside}
    </a>
  );
}

interface PictureProps {
  readonly src: string;
  readonly alt: string;
  readonly title: string | null;
}

function Picture({ src, alt, title }: PictureProps): JSX.Element {
  const address = picture_src(decode(src), useContext(StaticFilesContext));
  if (address === undefined) return <>{decode(alt)}</>;
  return (
    <img
      src={address}
      alt={decode(alt)}
      title={title ? decode(title) : undefined}
      referrerpolicy="no-referrer"
    />
  );
}

function Task({ checked }: { checked: boolean }): JSX.Element {
  return <input type="checkbox" checked={checked} disabled aria-label={checked ? 'Done' : 'To do'} />;
}

/** The words, without marks, and without the tags where HTML is allowed. An icon is a word. */
export function text_of(tokens: Tokens, allow_html = false): string {
  return ((tokens ?? []) as readonly AnyToken[])
    .map((token) => {
      switch (token.type) {
        case 'math':
          return token.tex;
        case 'icon':
          return token.name;
        case 'image':
          return '';
        case 'html':
          return allow_html ? '' : token.text;
        case 'codespan':
          return token.text;
      }
      if ('tokens' in token && token.tokens) return text_of(token.tokens, allow_html);
      return 'text' in token ? typographic(decode(token.text)) : '';
    })
    .join('');
}
