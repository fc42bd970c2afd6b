// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { app_query, page_query, with_app_query } from './page_query.ts';

it.each([
  ['', ''],
  ['?a=1&b=x+y&a=2', 'a=1&b=x+y&a=2'],
  ['?app=https%3A%2F%2Fa.example%2Fapp.py&a=1', 'a=1'],
  ['?APP=x&a=1', 'a=1'],
  ['?open=file&a=1', 'a=1'],
  ['?open=door', 'open=door'],
  ['?embed=true&embed_options=show_toolbar&a=1', 'embed=true&embed_options=show_toolbar&a=1'],
])('of %j the app is told %j', (search, query) => {
  expect(app_query(search)).toBe(query);
});

it.each([
  ['', '', ''],
  ['?a=1', '', ''],
  ['', 'a=1&a=2', '?a=1&a=2'],
  ['?app=x.py&a=1', 'b=2', '?app=x.py&b=2'],
  // What only the page may say: a script that forges it changes nothing.
  ['?embed=true', 'app=evil&embed=false&Embed_Options=x&open=file&b=2', '?embed=true&b=2'],
  ['', 'a=%26%23%3F', '?a=%26%23%3F'],
])('of %j and the app’s %j the address says %j', (search, query, next) => {
  expect(with_app_query(search, query)).toBe(next);
});

describe('the history', () => {
  beforeEach(() => {
    window.history.replaceState(null, '', '/page?app=x.py&a=1#here');
  });

  it('has one step for each run that changes the query, and keeps the rest of the address', () => {
    const before = window.history.length;
    const query = page_query(() => undefined);
    query.write('a=1', 1);
    expect(window.history.length).toBe(before);
    query.write('a=2', 2);
    query.write('a=3', 2);
    query.write('a=4', 3);
    expect(window.history.length).toBe(before + 2);
    expect(`${location.pathname}${location.search}${location.hash}`).toBe('/page?app=x.py&a=4#here');
  });

  it('tells the app of another query, and of nothing else', () => {
    const changed = vi.fn();
    const query = page_query(changed);
    query.write('a=2', 1);
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(changed).not.toHaveBeenCalled();
    window.history.replaceState(null, '', '/page?app=x.py&a=1#there');
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(changed.mock.calls).toEqual([['a=1']]);
  });

  it('stays as it is where the browser refuses', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const push = vi.spyOn(window.history, 'pushState').mockImplementation(() => {
      throw new DOMException('Too many calls.', 'SecurityError');
    });
    page_query(() => undefined).write('a=2', 1);
    expect(warn).toHaveBeenCalledOnce();
    expect(location.search).toBe('?app=x.py&a=1');
    push.mockRestore();
    warn.mockRestore();
  });
});
