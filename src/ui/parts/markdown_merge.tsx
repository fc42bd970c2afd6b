/**
 * Tags and Markdown that stand side by side, as in `<div>`, a paragraph, `</div>`: the tags are parsed as one text, in
 * which each other token is an empty slot; the clean tree becomes nodes, and the slots what they stand for.
 */
import { type ComponentChild, h } from 'preact';
import { node_of, type Options } from './markdown_nodes.tsx';
import { decode, typographic } from './markdown_text.ts';
import type { AnyToken } from './markdown_tokens.ts';
import { sanitise } from './sanitise.ts';
import type { StaticFiles } from './static_files.ts';

const SLOT = 'data-st-slot';

export function merge(tokens: readonly AnyToken[], options: Options, files?: StaticFiles): ComponentChild[] {
  const html = tokens.map((token, index) => html_of(token, index)).join('');
  return children_of(sanitise(html, files), (index) => {
    const token = tokens[index];
    return token ? node_of(token, options) : null;
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

type Slot = (index: number) => ComponentChild;

function children_of(parent: Node, slot: Slot): ComponentChild[] {
  return [...parent.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const element = node as Element;
    const index = element.getAttribute(SLOT);
    if (index !== null) return slot(Number(index));
    return h(element.localName, props_of(element), ...children_of(element, slot));
  });
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
