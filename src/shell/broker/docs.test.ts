/** `docs/network.md` says what holds: its codes and limits are those of the code. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { byte_size } from '../../wire/byte_size.ts';
import { net_error_codes } from '../../wire/net.ts';
import { limits } from './limits.ts';

/** Columns of tables are padded. */
const page = readFile(new URL('../../../docs/network.md', import.meta.url), 'utf8').then((text) =>
  text.replaceAll(/ +/g, ' '),
);

it('names every error code', async () => {
  const text = await page;
  expect(net_error_codes.filter((code) => !text.includes(`| \`${code}\` |`))).toEqual([]);
});

it('says every limit', async () => {
  const text = await page;
  const said = [
    `| ${limits.url.toLocaleString('en')} characters |`,
    `${limits.headers}, ${limits.header_text.toLocaleString('en')} characters`,
    `${byte_size(limits.request_body)}; ${byte_size(limits.held_bodies)} in all`,
    `| answer | ${byte_size(limits.answer_body)} |`,
    `${limits.at_once} on their way, ${limits.waiting} in all`,
    `${limits.patience / 1000} s until an answer begins`,
    `given up after ${limits.unread / 1000} s`,
    `| questions that wait | ${limits.questions} |`,
    `the last ${limits.log} requests`,
    `at least ${limits.shortest_secret} characters`,
  ];
  expect(said.filter((words) => !text.includes(words))).toEqual([]);
});
