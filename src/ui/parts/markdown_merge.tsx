/**
 * Tags and Markdown that stand side by side, as in `<div>`, a paragraph, `</div>`: the tags are parsed as one text, in
 * which each other token is an empty slot; the clean tree becomes nodes, and the slots what they stand for.
 */
import { type ComponentChild, h } from 'preact';
import { TextHeading } from './markdown_heading.tsx';
import { node_of, type Options, text_of } from './markdown_nodes.tsx';
import { decode, typographic } from './markdown_text.ts';
import type { AnyToken } from './markdown_tokens.ts';
import { sanitise } from './sanitise.ts';
import type { StaticFiles } from './static_files.ts';

const SLOT = 'data-st-slot';

export function merge(tokens: readonly AnyToken[], options: Options, files?: StaticFiles): ComponentChild[] {
  const html = tokens.map((token, index) => html_of(token, index)).join('');
  return children_of(sanitise(html, files), {
    link: options.anchors,
    node(index) {
      const token = tokens[index];
      return token ? node_of(token, options) : null;
    },
    words(index) {
      const token = tokens[index];
      return token ? text_of([token], options.allow_html) : '';
    },
  });
}

function html_of(token: AnyToken, index: number): string {
  // Nobody else's slots.
  if (token.type === 'html') return token.text.replaceAll(/data-st-slot/gi, 'data-slot');
  if (token.type === 'text' && !token.tokens) {
    return token.escaped === true ? token.text : escaped(typographic(decode(token.text)));
  }
  return `<span ${SLOT}="${index}"></span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What stands for the empty elements, and whether headings have a link to themselves. */
interface Slots {
  readonly link: boolean;
  readonly node: (index: number) => ComponentChild;
  readonly words: (index: number) => string;
}

function children_of(parent: Node, slots: Slots): ComponentChild[] {
  return [...parent.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const element = node as Element;
    const index = element.getAttribute(SLOT);
    if (index !== null) return slots.node(Number(index));
    const level = /^h([1-6])$/.exec(element.localName)?.[1];
    const props = props_of(element);
    const children = children_of(element, slots);
    if (level === undefined) return h(element.localName, props, ...children);
    return (
      <TextHeading level={Number(level)} text={words_of(element, slots)} link={slots.link} attributes={props}>
        {children}
      </TextHeading>
    );
  });
}

function words_of(parent: Node, slots: Slots): string {
  return [...parent.childNodes]
    .map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
      if (node.nodeType !== Node.ELEMENT_NODE) return '';
      const index = (node as Element).getAttribute(SLOT);
      return index === null ? words_of(node, slots) : slots.words(Number(index));
    })
    .join('');
}

/** Attributes that are there or not; Preact sets them as properties, for which '' would be false. */
const flags = new Set(
  'allowfullscreen autoplay checked controls default disabled hidden loop multiple muted open playsinline readonly required reversed selected'.split(
    ' ',
  ),
);

function props_of(element: Element): Record<string, string | boolean> {
  const props: Record<string, string | boolean> = {};
  for (const { name, value } of element.attributes) {
    // Three names mean something to Preact; none is an attribute of HTML.
    if (name === 'key' || name === 'ref' || name === 'children') continue;
    props[name] = flags.has(name) ? true : value;
  }
  return props;
}
