import { describe, expect, it } from 'vitest';
import { ACTIVE, handle_of, Tree } from './tree.ts';

const text = (body: string) => JSON.stringify({ type: 'text', body });
const box = JSON.stringify({ type: 'container' });
const row = JSON.stringify({ type: 'columns' });

/** Runs a script against the tree and returns the changes that the page would get. */
function run(tree: Tree, number: number, script: (tree: Tree) => void) {
  tree.begin(number);
  script(tree);
  tree.finish();
  return tree.take();
}

describe('the element tree', () => {
  it('appends elements in the order in which they are made', () => {
    const ops = run(new Tree(), 1, (tree) => {
      tree.element(ACTIVE, text('a'));
      tree.element(ACTIVE, text('b'));
      tree.element(handle_of('sidebar'), text('c'));
    });
    expect(ops).toEqual([
      { op: 'element', path: [0, 0], json: text('a') },
      { op: 'element', path: [0, 1], json: text('b') },
      { op: 'element', path: [1, 0], json: text('c') },
    ]);
  });

  it('posts nothing for an element that is what its place held', () => {
    const tree = new Tree();
    const script = () => {
      tree.element(ACTIVE, text('a'));
      tree.element(tree.block(ACTIVE, 'container', box), text('b'));
    };
    run(tree, 1, script);
    expect(run(tree, 2, script)).toEqual([]);
  });

  it('refuses containers that are nested without end', () => {
    const tree = new Tree();
    const nest = () => {
      let at = ACTIVE;
      for (let depth = 0; depth < 200; depth++) at = tree.block(at, 'container', box);
    };
    expect(() => run(tree, 1, nest)).toThrow('nested deeper than 100 levels');
  });

  it('posts an element with bytes every time: bytes are never compared', () => {
    const tree = new Tree();
    const script = () => tree.element(ACTIVE, text('a'), [new ArrayBuffer(1)]);
    run(tree, 1, script);
    expect(run(tree, 2, script)).toHaveLength(1);
  });

  it('removes at the end of a run what the run did not reach, and not before', () => {
    const tree = new Tree();
    run(tree, 1, () => {
      tree.element(ACTIVE, text('a'));
      tree.element(ACTIVE, text('b'));
    });
    tree.begin(2);
    tree.element(ACTIVE, text('a'));
    expect(tree.take()).toEqual([]);
    tree.finish();
    expect(tree.take()).toEqual([{ op: 'trim', path: [0], length: 1 }]);
  });

  it('keeps everything when another run follows at once', () => {
    const tree = new Tree();
    const script = () => {
      tree.element(ACTIVE, text('a'));
      tree.element(ACTIVE, text('b'));
    };
    run(tree, 1, script);
    tree.begin(2);
    tree.element(ACTIVE, text('a'));
    tree.abandon();
    expect(tree.take()).toEqual([]);
    expect(run(tree, 3, script)).toEqual([]);
  });

  it('keeps the children of a block of the same type whose description changes', () => {
    const tree = new Tree();
    run(tree, 1, () => tree.element(tree.block(ACTIVE, 'container', box), text('a')));
    const wider = JSON.stringify({ type: 'container', width: 100 });
    const ops = run(tree, 2, () => tree.element(tree.block(ACTIVE, 'container', wider), text('a')));
    expect(ops).toEqual([{ op: 'block', path: [0, 0], json: wider, fresh: false }]);
  });

  it('starts a block of another type without children', () => {
    const tree = new Tree();
    run(tree, 1, () => tree.element(tree.block(ACTIVE, 'container', box), text('a')));
    const ops = run(tree, 2, () => tree.block(ACTIVE, 'columns', row));
    expect(ops).toEqual([{ op: 'block', path: [0, 0], json: row, fresh: true }]);
  });

  it('replaces in place through the handle of an element', () => {
    const ops = run(new Tree(), 1, (tree) => {
      const place = tree.element(ACTIVE, text('a'));
      tree.element(ACTIVE, text('b'));
      expect(tree.element(place, text('c'))).toBe(place);
    });
    expect(ops.at(-1)).toEqual({ op: 'element', path: [0, 0], json: text('c') });
  });

  it('appends out of order into a container made earlier', () => {
    const ops = run(new Tree(), 1, (tree) => {
      const inside = tree.block(ACTIVE, 'container', box);
      tree.element(ACTIVE, text('after'));
      tree.element(inside, text('inside'));
    });
    expect(ops.map((op) => 'path' in op && op.path)).toEqual([
      [0, 0],
      [0, 1],
      [0, 0, 0],
    ]);
  });

  it('writes where the innermost `with` is', () => {
    const ops = run(new Tree(), 1, (tree) => {
      const outer = tree.block(ACTIVE, 'container', box);
      tree.enter(outer);
      const inner = tree.block(ACTIVE, 'container', box);
      tree.enter(inner);
      tree.element(ACTIVE, text('inner'));
      tree.exit();
      tree.element(ACTIVE, text('outer'));
      tree.exit();
      tree.element(ACTIVE, text('main'));
    });
    const elements = ops.filter((op) => op.op === 'element');
    expect(elements.map(({ path, json }) => [path, JSON.parse(json).body])).toEqual([
      [[0, 0, 0, 0], 'inner'],
      [[0, 0, 1], 'outer'],
      [[0, 1], 'main'],
    ]);
  });

  it('replaces what a `with` on an empty place wrote before', () => {
    const ops = run(new Tree(), 1, (tree) => {
      const place = tree.element(ACTIVE, JSON.stringify({ type: 'empty' }));
      tree.enter(place);
      tree.element(ACTIVE, text('a'));
      tree.element(ACTIVE, text('b'));
      tree.exit();
    });
    expect(ops.map((op) => 'path' in op && op.path)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('leaves every `with` when the run is unwound', () => {
    const tree = new Tree();
    tree.begin(1);
    tree.enter(handle_of('sidebar'));
    tree.unwind();
    tree.element(ACTIVE, text('a'));
    expect(tree.take()).toEqual([{ op: 'element', path: [0, 0], json: text('a') }]);
  });

  it('shows a transient without taking a place, and ends it with the run', () => {
    const ops = run(new Tree(), 1, (tree) => {
      tree.element(ACTIVE, text('a'));
      tree.transient(ACTIVE, text('wait'));
      tree.element(ACTIVE, text('b'));
    });
    expect(ops).toEqual([
      { op: 'element', path: [0, 0], json: text('a') },
      { op: 'transient', path: [0], index: 1, id: 1, json: text('wait') },
      { op: 'element', path: [0, 1], json: text('b') },
      { op: 'transient_end', path: [0], id: 1 },
    ]);
  });

  it('keeps the handles of the last run and refuses older ones', () => {
    const tree = new Tree();
    tree.begin(1);
    const inside = tree.block(ACTIVE, 'container', box);
    tree.finish();
    tree.begin(2);
    tree.block(ACTIVE, 'container', box);
    expect(() => tree.element(inside, text('a'))).not.toThrow();
    tree.finish();
    tree.begin(3);
    expect(() => tree.element(inside, text('a'))).toThrow('an earlier run');
  });

  it('tells a form to everything inside it', () => {
    const tree = new Tree();
    tree.begin(1);
    const form = tree.block(ACTIVE, 'form', '{"type":"form"}', 'f');
    const inside = tree.block(form, 'container', box);
    expect(tree.surroundings(inside)).toEqual({ root: 0, form: 'f' });
    expect(tree.surroundings(ACTIVE)).toEqual({ root: 0, form: undefined });
  });

  it('says how far the run has come in each block', () => {
    const tree = new Tree();
    run(tree, 1, () => {
      const inside = tree.block(ACTIVE, 'container', box);
      tree.element(inside, text('a'));
      tree.element(inside, text('b'));
      tree.element(ACTIVE, text('c'));
    });
    tree.begin(2);
    tree.element(tree.block(ACTIVE, 'container', box), text('a'));
    expect(tree.reached().slice(0, 2)).toEqual([
      { op: 'reached', path: [0], length: 1 },
      { op: 'reached', path: [0, 0], length: 1 },
    ]);
  });
});
