import { expect, it } from 'vitest';
import { app_title } from './manifest.ts';

it.each([
  ['sales_report.py', 'Sales report'],
  ['my-app', 'My app'],
  ['app.py', 'App'],
  ['_', '_'],
])('an app in %s is called %s', (name, title) => {
  expect(app_title(name)).toBe(title);
});
