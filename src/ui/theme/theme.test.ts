import { expect, test } from 'vitest';
import { wanted_mode } from './choice.ts';
import { theme_base, theme_properties } from './theme.ts';

const named = (text: string) => ['red', 'tomato', 'oklch(0.5 0.1 20)'].includes(text);
const properties = (options: Record<string, unknown>, mode: 'light' | 'dark' = 'light') =>
  theme_properties(options, mode, named);

test('no option, no property', () => {
  expect(properties({})).toEqual({ root: {}, sidebar: {}, refused: [] });
});

test('options of other sections are none of ours', () => {
  expect(properties({ 'server.port': 8501, 'client.toolbarMode': 'auto' }).refused).toEqual([]);
});

test.each([
  ['textColor', '#123456', '--st-text-color', '#123456'],
  ['linkColor', 'tomato', '--st-link-color', 'tomato'],
  ['primaryColor', 'oklch(0.5 0.1 20)', '--st-primary-color', 'oklch(0.5 0.1 20)'],
  ['baseRadius', 'none', '--st-base-radius', '0px'],
  ['buttonRadius', 'full', '--st-button-radius', '9999px'],
  ['baseRadius', '12', '--st-base-radius', '12px'],
  ['baseFontSize', 18, '--st-base-font-size', '18px'],
  ['codeFontSize', '0.8rem', '--st-code-font-size', '0.8rem'],
  ['codeFontWeight', 600, '--st-code-font-weight', '600'],
  ['headingFontSizes', ['3rem', 20], '--st-h2-font-size', '20px'],
  ['headingFontSizes', '["3rem", "2rem"]', '--st-h1-font-size', '3rem'],
  ['headingFontSizes', '2rem', '--st-h6-font-size', '2rem'],
  ['headingFontWeights', [700, 300], '--st-h2-font-weight', '300'],
  ['headingFontWeights', 500, '--st-h3-font-weight', '500'],
  ['chartCategoricalColors', ['#fff', 'red'], '--st-chart-categorical-colors', '#fff, red'],
  ['linkUnderline', false, '--st-link-underline', 'none'],
  ['showWidgetBorder', false, '--st-widget-border-color', 'transparent'],
  ['showSidebarBorder', false, '--st-sidebar-edge-color', 'transparent'],
  ['paddingTop', '2rem', '--st-padding-top', '2rem'],
  ['codeFont', 'monospace', '--st-code-font', '"Source Code Pro", ui-monospace, "Noto Sans Mono", monospace'],
])('theme.%s = %j', (name, value, property, text) => {
  const { root, refused } = properties({ [`theme.${name}`]: value });
  expect(root).toHaveProperty([property], text);
  expect(refused).toEqual([]);
});

test('a font is its name, without the address it is offered at', () => {
  const { root } = properties({ 'theme.font': 'Inter:https://fonts.example/css2?family=Inter&display=swap' });
  expect(root['--st-font']).toMatch(/^Inter, "Source Sans"/);
});

test.each([
  ['theme.primaryColor', 'nonsense', /must be a CSS colour/],
  ['theme.primaryColor', 'red; background: url(x)', /must be a CSS colour/],
  ['theme.textColor', 'var(--x)', /must be a CSS colour/],
  ['theme.textColor', 12, /must be a CSS colour/],
  ['theme.baseRadius', 'huge', /must be "none"/],
  ['theme.baseRadius', '-3px', /must be "none"/],
  ['theme.codeFontSize', '12pt', /must be a size/],
  ['theme.codeFontWeight', 450, /must be a weight/],
  ['theme.linkUnderline', 'yes', /must be true or false/],
  ['theme.font', 'x"; } body { display: none', /must be a font family/],
  ['theme.chartCategoricalColors', ['#fff', 'nope'], /must be a list of colours/],
  ['theme.headingFontSizes', '[1', /must be one to six sizes/],
  ['theme.dark.baseFontSize', 12, /can only be set as theme.baseFontSize/],
  ['theme.sidebar.base', 'dark', /no such option/],
  ['theme.primaryColour', '#fff', /no such option/],
  ['theme.fontFaces', '[]', /not loaded/],
  ['theme.base', 'themes/mine.toml', /must be "light" or "dark"/],
])('%s = %j is refused by name', (path, value, line) => {
  const { root, refused } = properties({ [path]: value });
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain(path);
  expect(refused[0]).toMatch(line);
  expect(root).toEqual({});
});

test('null is not set', () => {
  expect(properties({ 'theme.primaryColor': null }).refused).toEqual([]);
});

test('lines and text follow the colours of the app', () => {
  const { root } = properties({
    'theme.primaryColor': '#ffd400',
    'theme.backgroundColor': '#ffffff',
    'theme.textColor': '#000000',
  });
  expect(root).toMatchObject({
    '--st-border-color': '#cccccc',
    '--st-button-background': '#ffffff',
    '--st-primary-contrast-color': '#000000',
  });
  expect(root['--st-primary-text-color']).not.toBe('#ffd400');
});

test('what an app sets is not derived anew', () => {
  const { root } = properties({ 'theme.backgroundColor': '#fff', 'theme.borderColor': '#abcdef' });
  expect(root).toMatchObject({ '--st-border-color': '#abcdef', '--st-button-border-color': '#abcdef' });
});

test('the sidebar has the two backgrounds the other way round', () => {
  const { sidebar } = properties({
    'theme.backgroundColor': '#ffffff',
    'theme.secondaryBackgroundColor': '#eeeeee',
  });
  expect(sidebar).toMatchObject({
    '--st-background-color': '#eeeeee',
    '--st-secondary-background-color': '#ffffff',
  });
});

test('the sidebar can have its own', () => {
  const { root, sidebar } = properties({ 'theme.sidebar.backgroundColor': '#101010' });
  expect(root).toEqual({});
  expect(sidebar['--st-background-color']).toBe('#101010');
});

test('each mode has its own section', () => {
  const options = {
    'theme.primaryColor': '#111111',
    'theme.dark.primaryColor': '#eeeeee',
    'theme.dark.sidebar.textColor': '#dddddd',
  };
  expect(properties(options, 'light').root['--st-primary-color']).toBe('#111111');
  expect(properties(options, 'dark').root['--st-primary-color']).toBe('#eeeeee');
  expect(properties(options, 'dark').sidebar['--st-text-color']).toBe('#dddddd');
  expect(properties(options, 'light').sidebar['--st-text-color']).toBeUndefined();
});

test('colours for the other mode are left out, sizes are not', () => {
  const options = { 'theme.base': 'dark', 'theme.textColor': '#ffffff', 'theme.baseRadius': '4px' };
  expect(properties(options, 'dark').root['--st-text-color']).toBe('#ffffff');
  expect(properties(options, 'light').root).toEqual({
    '--st-base-radius': '4px',
    '--st-button-radius': '4px',
  });
});

test.each([
  [{}, undefined],
  [{ 'theme.base': 'dark' }, 'dark'],
  [{ 'theme.base': 'Light' }, 'light'],
  [{ 'theme.backgroundColor': '#101010' }, 'dark'],
  [{ 'theme.backgroundColor': '#fefefe' }, 'light'],
  [{ 'theme.base': 'light', 'theme.backgroundColor': '#101010' }, 'light'],
  [{ 'theme.primaryColor': '#fefefe' }, undefined],
])('the base of %j is %s', (options, base) => {
  expect(theme_base(options)).toBe(base);
});

test('a reader decides, then the app, then the system', () => {
  expect(wanted_mode('light', 'dark')).toBe('light');
  expect(wanted_mode('system', 'dark')).toBe('dark');
  expect(wanted_mode('system', undefined)).toBeUndefined();
});
