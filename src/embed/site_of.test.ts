import { expect, it } from 'vitest';
import { site_of } from './site_of.ts';

it('is the folder of the script', () => {
  expect(site_of('https://host.example/a/b/embed.js?v=1#x').href).toBe('https://host.example/a/b/');
});

it.each(['file:///home/a/embed.js', 'blob:https://host.example/1', ''])('is none for %j', (script) => {
  expect(() => site_of(script)).toThrow('must come from a web server');
});
