// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Element } from '../../wire/elements/index.ts';
import { lazy } from '../parts/lazy.ts';
import type { Message } from '../port.ts';
import { type Action, fresh_page, reduce } from '../store/page.ts';
import { create_store } from '../store/store.ts';
import { apply, empty_tree } from '../store/tree.ts';
import { preload_theme } from '../theme/apply.ts';
import { read_embed } from '../theme/embed.ts';
import { App, type AppProps, preload_windows } from './app.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

beforeAll(preload_windows);

function setup(props: Partial<AppProps> = {}) {
  const store = create_store(reduce, fresh_page);
  const controls = {
    rerun: vi.fn(),
    stop: vi.fn(),
    restart: vi.fn(),
    clear_caches: vi.fn(),
    set_theme: vi.fn(),
    retry: vi.fn(),
  };
  const page = { store, commit: vi.fn(), services: lazy(() => Promise.reject(new Error('none'))) };
  const view = (more: Partial<AppProps> = {}) => (
    <App page={page} controls={controls} app_name="sales" {...props} {...more} />
  );
  const { rerender } = render(view());
  const tell = (...events: (Message | Action)[]) =>
    act(() => {
      for (const event of events) store.dispatch(event);
    });
  return { store, controls, tell, again: (more: Partial<AppProps>) => rerender(view(more)) };
}

const started: Message = { type: 'run_started', run: 1, fresh: false };
const finished: Message = { type: 'run_finished', run: 1, outcome: 'success' };
const ops = (...paths: number[][]): Message => ({
  type: 'ops',
  run: 1,
  values: [],
  ops: paths.map((path) => ({
    op: 'element',
    path,
    element: { type: 'text', body: `at ${path.join()}` } as Element,
    buffers: [],
  })),
});
const wait = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const id = (name: string) => screen.queryByTestId(name);
const menu = () => fireEvent.click(screen.getByRole('button', { name: 'Main menu' }));

test('says how the script stands', () => {
  const { tell } = setup();
  const state = () => screen.getByTestId('stApp').getAttribute('data-test-script-state');
  expect(state()).toBe('initial');
  tell(started);
  expect(state()).toBe('running');
  tell({ type: 'stop_asked' });
  expect(state()).toBe('stopRequested');
  tell(finished);
  expect(state()).toBe('notRunning');
});

test('shows each root in its place, and no place for an empty one', () => {
  const { tell } = setup();
  expect(id('stSidebar')).toBeNull();
  expect(id('stBottom')).toBeNull();
  tell(started, ops([0, 0], [1, 0], [2, 0], [3, 0]), finished);
  expect(screen.getByTestId('stMainBlockContainer').textContent).toContain('at 0,0');
  expect(screen.getByTestId('stSidebarUserContent').textContent).toContain('at 1,0');
  expect(screen.getByTestId('stEvent').textContent).toContain('at 2,0');
  expect(screen.getByTestId('stBottomBlockContainer').textContent).toContain('at 3,0');
});

test('a run that is over soon shows no indicator; one that takes its time can be stopped', () => {
  const { tell, controls } = setup();
  tell(started, ops([0, 0]));
  wait(200);
  expect(id('stStatusWidget')).toBeNull();
  tell(finished);
  wait(500);
  expect(id('stStatusWidget')).toBeNull();
  tell({ ...started, run: 2 });
  wait(301);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(controls.stop).toHaveBeenCalledOnce();
});

test('what a slow run has not reached is stale after a while', () => {
  const { tell } = setup();
  tell(started, ops([0, 0], [0, 1]), finished);
  tell(
    { ...started, run: 2 },
    { type: 'ops', run: 2, values: [], ops: [{ op: 'reached', path: [0], length: 1 }] },
  );
  const stale = () => screen.getAllByTestId('stElementContainer').map((box) => box.dataset['stale']);
  wait(400);
  expect(stale()).toEqual(['false', 'false']);
  wait(200);
  expect(stale()).toEqual(['false', 'true']);
  tell({ ...finished, run: 2 });
  expect(stale()).toEqual(['false', 'false']);
});

test('the first elements of a slow first run do not wait for its end', () => {
  const { tell } = setup();
  tell({ ...started, fresh: true }, ops([0, 0]));
  expect(screen.queryByText('at 0,0')).toBeNull();
  wait(100);
  expect(screen.getByText('at 0,0')).toBeTruthy();
});

test('r reruns and c asks about the caches, unless a field has the focus', () => {
  const { controls } = setup();
  const field = document.body.appendChild(document.createElement('input'));
  fireEvent.keyDown(field, { key: 'r' });
  expect(controls.rerun).not.toHaveBeenCalled();
  field.remove();
  fireEvent.keyDown(document.body, { key: 'r' });
  expect(controls.rerun).toHaveBeenCalledOnce();
  fireEvent.keyDown(document.body, { key: 'c' });
  expect(id('stClearCacheDialog')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'r' });
  expect(controls.rerun).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Clear caches' }));
  expect(controls.clear_caches).toHaveBeenCalledOnce();
  expect(id('stClearCacheDialog')).toBeNull();
});

test('the menu is used by keys', () => {
  const { controls } = setup();
  menu();
  const items = screen.getAllByRole('menuitem');
  expect(document.activeElement).toBe(items[0]);
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(items[1]);
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'r' });
  expect(controls.rerun).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(items[0]);
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Escape' });
  expect(id('stMainMenuList')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Main menu' }));
});

test('the menu reruns, and chooses a theme', () => {
  const { controls } = setup({ theme: 'dark' });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  menu();
  expect(screen.getByRole('menuitemradio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('menuitemradio', { name: 'Light' }));
  expect(controls.set_theme).toHaveBeenCalledWith('light');
  fireEvent.click(screen.getByRole('menuitem', { name: 'Rerun' }));
  expect(controls.rerun).toHaveBeenCalledOnce();
  expect(id('stMainMenuList')).toBeNull();
});

test('the page configuration sets title, layout and menu', () => {
  const { tell } = setup();
  expect(document.title).toBe('sales');
  tell({
    type: 'page_config',
    config: { page_title: 'Sales', layout: 'wide', menu_items: { About: '**Ann**' } },
  });
  expect(document.title).toBe('Sales');
  expect(screen.getByTestId('stAppViewContainer').dataset['layout']).toBe('wide');
  menu();
  fireEvent.click(screen.getByRole('menuitem', { name: 'About' }));
  expect(screen.getByTestId('stAboutDialog').textContent).toContain('Ann');
});

test('the sidebar collapses, comes back, and keeps the width it was given', () => {
  const { tell } = setup();
  tell(started, ops([1, 0]), finished);
  const bar = screen.getByTestId('stSidebar');
  fireEvent.keyDown(screen.getByRole('separator', { name: 'Width of the sidebar' }), { key: 'ArrowRight' });
  expect(bar.style.getPropertyValue('--st-sidebar-width')).toBe('320px');
  expect(localStorage.getItem('tablit.sidebar_width')).toBe('320');
  fireEvent.click(screen.getByRole('button', { name: 'Collapse the sidebar' }));
  expect(bar.dataset['expanded']).toBe('false');
  expect(document.activeElement).toBe(screen.getByTestId('stExpandSidebarButton'));
  fireEvent.click(screen.getByTestId('stExpandSidebarButton'));
  expect(bar.dataset['expanded']).toBe('true');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Collapse the sidebar');
});

test('a locked sidebar has no button', () => {
  const { tell } = setup();
  tell({ type: 'page_config', config: { initial_sidebar_state: 'locked' } }, started, ops([1, 0]), finished);
  expect(id('stSidebarCollapseButton')).toBeNull();
});

test('storage that is blocked is no matter', () => {
  const blocked = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('blocked');
  });
  const { tell } = setup();
  tell(started, ops([1, 0]), finished);
  expect(screen.getByTestId('stSidebar').style.getPropertyValue('--st-sidebar-width')).toBe('300px');
  blocked.mockRestore();
});

test('new error output is counted until the console has been open', () => {
  const { tell } = setup();
  tell({ type: 'console', stream: 'stdout', text: 'fine\n' });
  expect(id('stConsoleToggle')).toBeNull();
  tell(
    { type: 'console', stream: 'stderr', text: 'hm\n' },
    { type: 'console', stream: 'stderr', text: 'oh\n' },
  );
  fireEvent.click(screen.getByRole('button', { name: /2 new lines of error output/ }));
  expect(screen.getByRole('log').textContent).toContain('oh');
  expect(id('stConsoleToggle')).toBeNull();
  tell({ type: 'console', stream: 'stderr', text: 'more\n' });
  fireEvent.keyDown(screen.getByRole('log'), { key: 'Escape' });
  expect(id('stConsole')).toBeNull();
  expect(id('stConsoleToggle')).toBeNull();
});

test('the console can be cleared', () => {
  const { tell, store } = setup();
  tell({ type: 'console', stream: 'stdout', text: 'fine\n' });
  menu();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Console' }));
  fireEvent.click(screen.getByRole('button', { name: 'Clear the console' }));
  expect(store.get().console).toEqual([]);
  expect(screen.getByRole('log').textContent).toContain('Nothing');
});

test('a script that does not compile says so over what was there', () => {
  const { tell, store, again } = setup();
  const error = {
    exception_type: 'SyntaxError',
    message: 'invalid syntax',
    stack_trace: ['  File "app.py", line 2\n    x = = 1\n        ^\n'],
  };
  tell(started, ops([0, 0]), finished, { ...started, run: 2 });
  tell({ type: 'run_finished', run: 2, outcome: 'compile_error', error });
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('SyntaxError: invalid syntax');
  expect(dialog.textContent).toContain('Whoever wrote the app has to correct it.');
  again({ watched: true });
  expect(dialog.textContent).toContain('Save a corrected script and it runs at once.');
  expect(dialog.querySelector('[data-mark="true"]')?.textContent).toContain('^');
  expect(screen.getByText('at 0,0')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(store.get().compile_error).toBeUndefined();
});

const boot = {
  steps: [{ name: 'Fetch Python', state: 'running', loaded: 1_000_000, total: 4_000_000 }],
} as const;

test('a start is shown step by step, and not at all when the address says so', () => {
  const { again } = setup({ boot });
  expect(screen.getByTestId('stApp').getAttribute('data-test-connection-state')).toBe('CONNECTING');
  expect(screen.getByTestId('stBootStep').textContent).toContain('1 of 4 MB');
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
  again({ embed: read_embed('?embed=true&embed_options=hide_loading_screen') });
  expect(id('stBoot')).toBeNull();
});

test('elements that are there while Python starts are inert', () => {
  const { tell, again } = setup();
  tell(started, ops([0, 0]), finished);
  again({ boot });
  const main = screen.getByTestId('stMainBlockContainer');
  expect(main.getAttribute('aria-busy')).toBe('true');
  expect(main.querySelector('.stVerticalBlock')?.hasAttribute('inert')).toBe(true);
  expect(id('stBoot')).toBeNull();
  again({ boot: undefined });
  expect(main.querySelector('.stVerticalBlock')?.hasAttribute('inert')).toBe(false);
});

test('a page of an earlier visit is inert and said to be starting until a run has taken its place', () => {
  const { store, tell } = setup();
  const block = () => screen.getByTestId('stMainBlockContainer').querySelector('.stVerticalBlock');
  const element = { type: 'text', body: 'kept' } as const;
  const tree = apply(empty_tree, [{ op: 'element', path: [0, 0], element, buffers: [] }]).tree;
  act(() => store.dispatch({ type: 'remembered', tree, config: {} }));
  wait(300);
  expect(screen.getByRole('status').textContent).toBe('Starting');
  expect(screen.getByTestId('stApp').getAttribute('data-test-connection-state')).toBe('CONNECTING');
  expect([screen.getByText('kept'), block()?.hasAttribute('inert')]).toMatchObject([{}, true]);
  const kept = block();
  tell({ ...started, fresh: true });
  expect(kept?.hasAttribute('inert')).toBe(true);
  tell(ops([0, 0]), finished);
  expect(block()).toBe(kept);
  expect(kept?.hasAttribute('inert')).toBe(false);
});

test('a failed start names the file and can be tried again', () => {
  const { controls } = setup({ failure: { kind: 'file', file: 'python.zip', message: 'cut short' } });
  expect(screen.getByRole('alert').textContent).toContain('python.zip did not arrive');
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(controls.retry).toHaveBeenCalledOnce();
});

test('a dead worker is said above what is there, and started anew', () => {
  const { tell, again, controls } = setup();
  tell(started, ops([0, 0]), finished);
  again({ failure: { kind: 'worker', reason: 'memory' } });
  expect(screen.getByTestId('stFailure').dataset['over']).toBe('true');
  expect(screen.getByText('at 0,0')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Restart' }));
  expect(controls.restart).toHaveBeenCalledOnce();
});

test('embedded there is no menu, unless asked for', () => {
  const { again } = setup({ embed: read_embed('?embed=true') });
  expect(id('stMainMenu')).toBeNull();
  again({ embed: read_embed('?embed=true&embed_options=show_toolbar,show_colored_line') });
  expect(id('stMainMenu')).toBeTruthy();
  expect(id('stDecoration')).toBeTruthy();
});

test('the app sets its colours on the page and on its sidebar, and takes them along', async () => {
  const theme_options = { 'theme.primaryColor': '#0a7d5a', 'theme.sidebar.textColor': '#333333' };
  await preload_theme(theme_options);
  const { tell } = setup({ theme_options });
  tell(started, ops([1, 0]), finished);
  const root = document.documentElement.style;
  expect(root.getPropertyValue('--st-primary-color')).toBe('#0a7d5a');
  expect(screen.getByTestId('stSidebar').style.getPropertyValue('--st-text-color')).toBe('#333333');
  act(() => cleanup());
  wait(100);
  expect(root.getPropertyValue('--st-primary-color')).toBe('');
});
