/**
 * A page as it is kept for the next visit, or shipped with an app: the tree of a first run, since that is what a first run
 * will show. What was kept is from outside: it is read against a schema.
 */
import { page_config, path } from '../../wire/down.ts';
import { type Infer, parse, s } from '../../wire/schema.ts';
import { read_element } from '../port.ts';
import { apply, empty_tree, type Tree, type TreeOp } from './tree.ts';

/** A tree as JSON can say it. `p`: path, `j`: the element's text, `b`: it is a block, `f`: buffers in base64. */
const kept_node = s.object({
  p: path,
  j: s.string,
  b: s.optional(s.one_of(true)),
  f: s.optional(s.array(s.string)),
});
export type KeptNode = Infer<typeof kept_node>;

export const kept_page = s.object({
  version: s.one_of(1),
  nodes: s.array(kept_node),
  config: page_config,
  /** Of the address that the visit began with: another one may show another page. Absent: none. */
  query: s.optional(s.string),
  /** The app's flattened options, for the colours of the page. */
  options: s.optional(s.record(s.nullable(s.either(s.string, s.either(s.number, s.boolean))))),
});
export type KeptPage = Infer<typeof kept_page>;

/** Throws a `WireError` for what is no kept page, or one of another version. */
export function read_page(value: unknown): KeptPage {
  return parse(kept_page, value, 'page');
}

/**
 * The tree again. An element that this version does not know becomes a card, as any bad element. `from_base64` may throw
 * for what is none, and this throws it.
 */
export function tree_of({ nodes }: KeptPage, from_base64: (text: string) => Uint8Array<ArrayBuffer>): Tree {
  const ops = nodes.map(({ p, j, b, f = [] }): TreeOp => {
    const element = read_element(j);
    return b
      ? { op: 'block', path: p, element, fresh: true }
      : { op: 'element', path: p, element, buffers: f.map((text) => from_base64(text).buffer) };
  });
  return apply(empty_tree, ops).tree;
}
