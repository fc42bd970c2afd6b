import { expect, it } from 'vitest';
import { make_turns } from './turns.ts';

/** Who has had a turn, once all that can go on has gone on. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

it('lets one load while the others wait, then all at once', async () => {
  const turns = make_turns();
  const order: string[] = [];
  const first = await turns.take();
  for (const name of ['b', 'c']) {
    void turns.take().then((pass) => {
      order.push(name);
      pass('loaded');
    });
  }
  await settled();
  expect(order).toEqual([]);
  expect(turns.loaded).toBe(false);
  first('loaded');
  expect(turns.loaded).toBe(true);
  await settled();
  expect(order).toEqual(['b', 'c']);
  const late = await turns.take();
  late('loaded');
});

it('hands the turn on when one gives up, to one at a time', async () => {
  const turns = make_turns();
  const first = await turns.take();
  const second = turns.take();
  let third_is_on = false;
  const third = turns.take().then((pass) => {
    third_is_on = true;
    return pass;
  });
  first('gave_up');
  const pass_second = await second;
  await settled();
  expect([third_is_on, turns.loaded]).toEqual([false, false]);
  pass_second('gave_up');
  pass_second('gave_up');
  (await third)('loaded');
  expect(third_is_on).toBe(true);
});
