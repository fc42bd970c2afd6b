import { expect, it } from 'vitest';
import { page_policy } from '../../sandbox/policy.ts';
import { safe_address } from '../sign_in/provider.ts';
import { nearness_of, read_address } from './address.ts';
import type { NetError } from './errors.ts';

function refusal(text: string, own: string): string {
  try {
    read_address(text, new URL(own));
    return 'allowed';
  } catch (error) {
    return (error as NetError).code;
  }
}

it.each([
  ['https://apps.example/x', 'https://apps.example/'],
  ['https://apps.example./x', 'https://apps.example/'],
  ['https://APPS.example:443/', 'https://apps.example./'],
  ['https://apps.example/', 'http://apps.example/'],
  ['https://localhost:8443/', 'https://127.0.0.1:8443/'],
  ['https://localhost.:8443/', 'https://localhost:8443/'],
  ['https://0.0.0.0:8443/', 'https://localhost:8443/'],
  ['https://[::]:8443/', 'https://localhost:8443/'],
  ['https://[::1]:8443/', 'https://localhost:8443/'],
  ['https://[::ffff:127.0.0.1]:8443/', 'https://localhost:8443/'],
  ['https://[::ffff:192.168.1.5]/', 'https://192.168.1.5/'],
])('%s is the page’s own address %s, however it is spelt', (text, own) => {
  expect(refusal(text, own)).toBe('own_origin');
});

it.each([
  ['https://apps.example:8443/', 'https://apps.example/'],
  ['https://localhost:8444/', 'https://localhost:8443/'],
  ['https://other.example/', 'https://apps.example/'],
])('%s is not %s', (text, own) => {
  expect(refusal(text, own)).toBe('allowed');
});

it.each([
  ['https://localhost./', 'computer'],
  ['https://[::ffff:127.0.0.1]/', 'computer'],
  ['https://[::]/', 'computer'],
  ['https://printer.local./', 'network'],
  ['https://nas./', 'network'],
  ['https://[::ffff:192.168.1.1]/', 'network'],
  ['https://example.com./', 'world'],
  ['https://[2001:db8::1]/', 'world'],
])('%s is near by as %s', (text, nearness) => {
  expect(nearness_of(new URL(text))).toBe(nearness);
});

it.each([
  ['http://localhost:8000/', 'allowed'],
  ['http://127.0.0.1/', 'allowed'],
  ['http://LOCALHOST/', 'allowed'],
  ['http://127.1/', 'allowed'],
  ['http://localhost./', 'scheme'],
  ['http://a.localhost/', 'scheme'],
  ['http://127.0.0.2/', 'scheme'],
  ['http://[::1]/', 'scheme'],
  ['http://[::ffff:127.0.0.1]/', 'scheme'],
  ['http://0.0.0.0/', 'scheme'],
  ['http://192.168.1.1/', 'scheme'],
])('%s is %s without encryption, for apps and for sign-in alike', (text, expected) => {
  expect(refusal(text, 'https://apps.example/')).toBe(expected);
  let of_sign_in = 'allowed';
  try {
    safe_address(new URL(text));
  } catch {
    of_sign_in = 'scheme';
  }
  expect(of_sign_in).toBe(expected);
});

it('without encryption goes where the page’s own policy lets it, and nowhere else', () => {
  const policy = page_policy({ bootstrap_sha256: `${'A'.repeat(43)}=` });
  for (const host of ['localhost', '127.0.0.1']) expect(policy).toContain(`http://${host}:*`);
  const others = [...policy.matchAll(/http:\/\/([^\s:;]+)/g)].map(([, host]) => host);
  expect(others.filter((host) => host !== 'localhost' && host !== '127.0.0.1')).toEqual([]);
});
