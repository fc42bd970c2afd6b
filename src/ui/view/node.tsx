/** The tree on the screen: a container around each element, the component of its type inside. */
import { Component as BaseComponent, type ComponentChildren, type JSX, type VNode } from 'preact';
import type { Element, ElementType } from '../../wire/elements/index.ts';
import type { Props } from '../elements/component.ts';
import { components } from '../elements/index.ts';
import { value_in } from '../store/page.ts';
import { useSelect } from '../store/store.ts';
import type { BadElement, BlockNode, LeafNode, TreeNode } from '../store/tree.ts';
import { usePage } from './context.ts';
import { useGrowing } from './growing.tsx';
import { box_props, key_class } from './layout.ts';

/**
 * A node's vnode is made once and kept as long as the node is the same: Preact skips a vnode that it has seen, so a
 * rerun that changes one element of a thousand renders one.
 */
const vnodes = new WeakMap<TreeNode, VNode>();

function vnode_of(node: TreeNode, index: number): VNode {
  const known = vnodes.get(node);
  if (known && known.key === key_of(node, index)) return known;
  const made = view_of(node, index, false);
  vnodes.set(node, made);
  return made;
}

function view_of(node: TreeNode, index: number, stale: boolean): VNode {
  const key = key_of(node, index);
  return node.kind === 'leaf' ? (
    <Leaf key={key} node={node} stale={stale} />
  ) : (
    <Block key={key} node={node} stale={stale} />
  );
}

/** Widgets keep their DOM wherever they move to; anything else is known by its place and type. */
function key_of(node: TreeNode, index: number): string {
  const { element } = node;
  if (element && 'id' in element && element.id !== undefined) return element.id;
  return `${index}-${element?.type ?? 'root'}`;
}

/** The children of a block. Beyond what a slow run has reached they are stale. */
export function Children({ node, stale = false }: { node: BlockNode; stale?: boolean }): JSX.Element {
  const { store } = usePage();
  const slow = useSelect(store, ({ run }) => run.kind === 'running' && run.slow);
  const { limit, end } = useGrowing(node.children.length);
  const shown: VNode[] = [];
  const visible = node.children.length > limit ? node.children.slice(0, limit) : node.children;
  for (const [index, child] of visible.entries()) {
    for (const transient of node.transients) {
      if (transient.index === index) shown.push(<TransientView key={`t${transient.id}`} {...transient} />);
    }
    const old = stale || (slow && index >= node.reached);
    shown.push(old ? view_of(child, index, true) : vnode_of(child, index));
  }
  for (const transient of node.transients) {
    if (transient.index >= visible.length) {
      shown.push(<TransientView key={`t${transient.id}`} {...transient} />);
    }
  }
  if (end) shown.push(end);
  return <>{shown}</>;
}

function TransientView({ element }: { element: Element | BadElement }): JSX.Element {
  return <Leaf node={{ kind: 'leaf', element, buffers: [] }} stale={false} />;
}

function Leaf({ node, stale }: { node: LeafNode; stale: boolean }): JSX.Element {
  const { element } = node;
  const { key, width, height } = element.type === 'bad_element' ? {} : element;
  return (
    <div
      class={`stElementContainer element-container${key_class(key)}`}
      data-testid="stElementContainer"
      data-stale={stale}
      {...box_props(width, height)}
    >
      <Guard element={element}>
        <Shown element={element} buffers={node.buffers} />
      </Guard>
    </div>
  );
}

function Block({ node, stale }: { node: BlockNode; stale: boolean }): JSX.Element {
  const { element } = node;
  if (element === undefined) return <Children node={node} stale={stale} />;
  return (
    <Guard element={element}>
      <Shown element={element} buffers={[]}>
        <Children node={node} stale={stale} />
      </Shown>
    </Guard>
  );
}

interface ShownProps {
  readonly element: Element | BadElement;
  readonly buffers: readonly ArrayBuffer[];
  readonly children?: ComponentChildren;
}

function Shown({ element, buffers, children }: ShownProps): JSX.Element {
  if (element.type === 'bad_element') return <Fault message={element.message} />;
  if ('id' in element && element.id !== undefined) {
    return (
      <Widget element={element as AnyWidget} buffers={buffers}>
        {children}
      </Widget>
    );
  }
  const View = component_of(element.type);
  return (
    <View element={element} value={undefined} onChange={nothing} buffers={buffers}>
      {children}
    </View>
  );
}

/** What has a value: a widget, or a block that the script follows. */
type AnyWidget = Element & {
  readonly id: string;
  readonly default?: unknown;
  readonly on_change?: 'rerun' | 'ignore';
  readonly form_id?: string;
};

interface WidgetProps {
  readonly element: AnyWidget;
  readonly buffers: readonly ArrayBuffer[];
  readonly children: ComponentChildren;
}

function Widget({ element, buffers, children }: WidgetProps): JSX.Element {
  const { store, commit } = usePage();
  const { id, default: first, on_change, form_id: form } = element;
  const value = useSelect(store, (state) => value_in(state, id, first));
  const View = component_of(element.type);
  const change = (next: unknown) =>
    commit({
      id,
      value: next,
      quiet: on_change === 'ignore',
      form,
      submits: element.type === 'form_submit_button',
    });
  return (
    <View element={element} value={value} onChange={change} buffers={buffers}>
      {children}
    </View>
  );
}

/** The catalogue's types say that component and element fit; inside this file they are all alike. */
function component_of(type: ElementType): (props: AnyProps) => JSX.Element | null {
  return components[type] as unknown as (props: AnyProps) => JSX.Element | null;
}

type AnyProps = Omit<Props<ElementType>, 'element' | 'value' | 'onChange'> & {
  readonly element: Element;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

function nothing(): void {}

/** A component that fails shows a card in its place. The next element at this place gets a new try. */
class Guard extends BaseComponent<
  { element: Element | BadElement; children: ComponentChildren },
  { fault: string | undefined }
> {
  override state: { fault: string | undefined } = { fault: undefined };

  override componentDidCatch(error: unknown): void {
    this.setState({ fault: String(error) });
  }

  override componentDidUpdate(before: { element: Element | BadElement }): void {
    if (before.element !== this.props.element && this.state.fault !== undefined) {
      this.setState({ fault: undefined });
    }
  }

  override render(): ComponentChildren {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return <Fault message={`${this.props.element.type}: ${fault}`} />;
  }
}

function Fault({ message }: { message: string }): JSX.Element {
  return (
    <div class="stException" data-testid="stException" role="alert">
      <strong>This element could not be shown.</strong> {message}
    </div>
  );
}
