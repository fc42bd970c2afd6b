import { expect, it } from 'vitest';
import { ShareError } from '../share/index.ts';
import { by_share_rules } from './share_errors.ts';

it.each([
  ['no_entry', 'no_entry', '--entry'],
  ['bad_page_url', 'usage', 'https://'],
  ['link_too_long', 'bad_app', 'tablit build'],
  ['bomb', 'bad_app', 'denser'],
] as const)('%s is said as %s, with what to do', async (share, code, hint) => {
  const work = () => {
    throw new ShareError(share);
  };
  await expect(by_share_rules(work)).rejects.toMatchObject({ code, hint: expect.stringContaining(hint) });
});

it('passes on what is no rule of sharing', async () => {
  await expect(by_share_rules(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  expect(await by_share_rules(() => 1)).toBe(1);
});
