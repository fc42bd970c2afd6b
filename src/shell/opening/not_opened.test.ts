import { afterEach, expect, it, vi } from 'vitest';
import { ShareError } from '../../share/index.ts';
import { as_refusal, NotOpened } from './not_opened.ts';

afterEach(() => vi.restoreAllMocks());

it.each([
  [new NotOpened('No.', 'Why.'), { message: 'No.', hint: 'Why.' }],
  [new ShareError('no_entry'), { message: 'No script to start was found.' }],
  [new Error('Said by us.'), { message: 'Said by us.', hint: '' }],
])('says what is in words: %s', (error, refusal) => expect(as_refusal(error)).toMatchObject(refusal));

it.each([
  new TypeError('Failed to fetch dynamically imported module: https://h.example/x.js'),
  new URIError('URI malformed'),
  new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
  'a text that was thrown',
])('keeps what is for programmers in the console: %s', (error) => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { message, hint } = as_refusal(error);
  expect(`${message} ${hint}`).not.toMatch(/Error|fetch|URI|quota|thrown/);
  expect(heard).toHaveBeenCalledWith(error);
});
