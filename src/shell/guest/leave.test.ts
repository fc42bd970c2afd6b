import { expect, it } from 'vitest';
import { leave_of } from './leave.ts';

it.each([
  ['https://a.example', 'https://a.example/tablit/', 'all'],
  ['http://localhost:8000', 'http://localhost:8000/', 'all'],
  ['https://news.example', 'https://a.example/', 'own_files'],
  ['null', 'https://a.example/', 'own_files'],
  ['http://localhost:8000', 'https://a.example/', 'own_files'],
  ['http://localhost:3000', 'http://localhost:8501/', 'own_files'],
  ['http://127.0.0.1:3000', 'http://localhost:8501/', 'own_files'],
  ['http://192.168.0.9', 'http://intranet/', 'own_files'],
  ['https://news.example', 'http://localhost:8501/', 'none'],
  ['http://192.168.0.9', 'http://localhost:8501/', 'none'],
  ['null', 'http://localhost:8501/', 'none'],
  ['https://news.example', 'http://10.0.0.1/', 'none'],
  ['https://news.example', 'https://wiki.internal/', 'none'],
  ['null', 'file:///home/a/app.html', 'none'],
] as const)('a page of %s around %s: %s', (origin, page, expected) => {
  expect(leave_of(origin, new URL(page))).toBe(expected);
});
