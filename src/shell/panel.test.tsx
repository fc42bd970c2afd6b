// @vitest-environment happy-dom
import { render } from 'preact';
import { useId, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { show_panel } from './panel.tsx';

function Named() {
  const id = useId();
  const [count, set_count] = useState(0);
  return (
    <button type="button" id={id} onClick={() => set_count(count + 1)}>
      {count}
    </button>
  );
}

it('gives no id twice in one page, however many roots it has', () => {
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <>
      <Named />
      <Named />
    </>,
    root,
  );
  const close = show_panel(() => (
    <div>
      <Named />
    </div>
  ));
  show_panel(() => <Named />);
  const ids = () => [...document.querySelectorAll('button')].map(({ id }) => id);
  const before = ids();
  expect(new Set(before).size).toBe(4);
  act(() => document.querySelectorAll('button')[2]?.click());
  expect(ids()).toEqual(before);
  close();
  expect(ids()).toHaveLength(3);
});
