import { expect, it } from 'vitest';
import { last_name, parse_address, shown_address } from './app_address.ts';

const base = 'https://page.example/a/index.html';

it.each([
  ['https://h.example/x.py', 'https://h.example/x.py'],
  ['../100%.py', 'https://page.example/100%.py'],
  ['data/', 'https://page.example/a/data/'],
])('reads %s', (address, href) => expect(parse_address(address, base).href).toBe(href));

it.each([
  ['', /names no app/],
  [' ', /names no app/],
  ['javascript:alert(1)', /“javascript:alert\(1\)” is no address of an app/],
  ['file:///etc/passwd', /no address of an app/],
  ['https://', /no address of an app/],
  ['https://user:word@h.example/x.py', /a name or a password for h\.example in it/],
  ['https://user@h.example/x.py', /a name or a password/],
  ['//user:word@h.example/x.py', /a name or a password/],
  ['https://user:word@', /no address of an app/],
  ['ftp://user:word@h.example/x.py', /no address of an app/],
])('refuses %s, and says no password', (address, words) => {
  expect(() => parse_address(address, base)).toThrow(words);
  try {
    parse_address(address, base);
  } catch (error) {
    expect(String(error)).not.toContain('word@');
    expect(String(error)).not.toContain(':word');
  }
});

it('shows an address without what is secret, unseen or endless in it', () => {
  expect(shown_address('https://user:word@h.example/x.py')).toBe('https://h.example/x.py');
  expect(shown_address('//user:word@h.example/@x')).toBe('//h.example/@x');
  expect(shown_address('https://h.example/a@b.py')).toBe('https://h.example/a@b.py');
  expect(shown_address('x\u202e\u0000.py')).toBe('x��.py');
  expect(shown_address('x'.repeat(1_000)).length).toBe(201);
});

it.each([
  ['https://h.example/a/x.py', 'x.py'],
  ['https://h.example/my%20app.py', 'my app.py'],
  ['https://h.example/100%.py', '100%.py'],
  ['https://h.example/%C3%BCbung%20%231/', 'übung #1'],
  ['https://h.example/%E2%80%AEyp.py', '�yp.py'],
  ['https://h.example/', ''],
])('the last name of %s', (url, name) => expect(last_name(new URL(url))).toBe(name));
