// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PermissionsPanel } from './permissions_panel.tsx';
import { PermissionsQuestion } from './permissions_question.tsx';
import type { PermissionsView, Question } from './permissions_view.ts';

afterEach(cleanup);

const question: Question = {
  id: 1,
  wants: [
    { kind: 'data', host: 'api.example.com' },
    { kind: 'secret', host: 'api.example.com', name: 'OPENAI_KEY' },
  ],
  near: 'world',
};

function ask(changes: Partial<Question> = {}, guard = 0) {
  const onAnswer = vi.fn();
  render(
    <PermissionsQuestion
      app_name="Weather"
      question={{ ...question, ...changes }}
      onAnswer={onAnswer}
      guard={guard}
    />,
  );
  return { onAnswer, dialog: screen.getByRole('dialog') };
}

it('says who asks, for which host, and what for', () => {
  const { dialog } = ask();
  expect(within(dialog).getByRole('heading', { name: 'Allow api.example.com?' })).toBeTruthy();
  for (const text of ['Weather', 'send data to', 'OPENAI_KEY', 'does not see it']) {
    expect(dialog.textContent).toContain(text);
  }
});

it.each([
  ['Don’t allow', 'refuse'],
  ['Allow once', 'visit'],
  ['Allow for this app', 'app'],
  ['Close', 'refuse'],
])('%s answers %s', (name, answer) => {
  const { onAnswer } = ask();
  fireEvent.click(screen.getByRole('button', { name }));
  expect(onAnswer.mock.calls).toEqual([[answer]]);
});

it('takes no answer at first, as the click may have been meant for something else', () => {
  const { onAnswer } = ask({}, 10_000);
  for (const button of screen.getAllByRole('button')) fireEvent.click(button);
  expect(onAnswer).not.toHaveBeenCalled();
});

it.each([
  ['own', ['Don’t allow', 'Allow once']],
  ['watched', ['Don’t allow', 'Allow once']],
  ['unseen', ['Don’t allow']],
] as const)('inside another page (%s) nothing is allowed for longer than the visit', (sight, names) => {
  const guest = { within: 'news.example', sight, elsewhere: 'https://a.example/' };
  render(
    <PermissionsQuestion
      app_name="A"
      question={question}
      onAnswer={() => undefined}
      guard={0}
      guest={guest}
    />,
  );
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('A, which news.example shows here, wants to');
  const buttons = within(dialog)
    .getAllByRole('button')
    .map((button) => button.textContent);
  expect(buttons.filter((text) => text !== '')).toEqual(names);
  expect(within(dialog).getByRole('link', { name: 'Open the app in a tab of its own' })).toBeTruthy();
});

it('inside another page an answer counts when the browser has said that the question is in sight', () => {
  let report: (entries: object[]) => void = () => undefined;
  class Observer {
    constructor(heard: typeof report) {
      report = heard;
    }
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.useFakeTimers();
  const onAnswer = vi.fn();
  const guest = { within: undefined, sight: 'watched', elsewhere: undefined } as const;
  const props = { app_name: 'A', question, onAnswer, guard: 500, guest };
  render(<PermissionsQuestion {...props} />);
  const once = screen.getByRole('button', { name: 'Allow once' });
  const look = (isVisible: boolean, intersectionRatio: number, ms: number) =>
    act(() => {
      report([{ isVisible, intersectionRatio }]);
      vi.advanceTimersByTime(ms);
    });
  for (const [visible, ratio] of [
    [false, 1],
    [true, 0.9],
  ] as const) {
    look(visible, ratio, 10_000);
    fireEvent.click(once);
  }
  look(true, 1, 400);
  look(false, 1, 0);
  look(true, 1, 400);
  fireEvent.click(once);
  expect(onAnswer).not.toHaveBeenCalled();
  look(true, 1, 100);
  look(false, 1, 0);
  fireEvent.click(once);
  expect(onAnswer).not.toHaveBeenCalled();
  look(true, 1, 500);
  fireEvent.click(once);
  expect(onAnswer.mock.calls).toEqual([['visit']]);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('warns of hosts that are near, of redirects, and of code that changed', () => {
  const changed = Array.from({ length: 7 }, (_, index) => ({ path: `f${index}.py`, change: 'new' as const }));
  const { dialog } = ask({ near: 'computer', sent_by: 'other.example', changed });
  for (const text of [
    'your own computer',
    'other.example',
    'f0.py is new',
    'f4.py is new',
    'and 2 more files',
  ]) {
    expect(dialog.textContent).toContain(text);
  }
  expect(dialog.textContent).not.toContain('f5.py');
});

it('asks about abilities in the same way', () => {
  const { dialog } = ask({ wants: [{ kind: 'camera' }] });
  expect(dialog.textContent).toContain('Allow camera?');
  expect(dialog.textContent).toContain('use the camera');
});

const view: PermissionsView = {
  grants: [
    { want: { kind: 'data', host: 'api.example.com' }, scope: 'app', given: 1, uses: 1_200, last_use: 2 },
    { want: { kind: 'secret', host: 'api.example.com', name: 'K' }, scope: 'visit', given: 1, uses: 0 },
    { want: { kind: 'camera' }, scope: 'app', given: 1, uses: 1, last_use: 2 },
  ],
  refused: [{ kind: 'data', host: 'evil.example' }],
  log: [
    {
      id: 2,
      time: 2,
      method: 'POST',
      host: 'api.example.com',
      status: 200,
      size: 1_200_000,
      ms: 12.4,
      secrets: ['K'],
    },
    {
      id: 1,
      time: 1,
      method: 'GET',
      host: 'evil.example',
      status: 'not_allowed',
      size: 0,
      ms: 0,
      secrets: [],
    },
  ],
};

it('lists what is allowed with its uses, and takes it back', () => {
  const onForget = vi.fn();
  render(<PermissionsPanel app_name="Weather" view={view} onForget={onForget} onClose={() => undefined} />);
  const panel = screen.getByRole('dialog', { name: 'Permissions' });
  for (const text of [
    'used 1,200 times',
    'until the app changes',
    'not used yet',
    'until you close or reload',
    'Microphone',
  ]) {
    expect(panel.textContent).toContain(text);
  }
  fireEvent.click(screen.getByRole('button', { name: 'Revoke: api.example.com' }));
  fireEvent.click(screen.getByRole('button', { name: 'Revoke: K for api.example.com' }));
  fireEvent.click(screen.getByRole('button', { name: 'Revoke: Camera' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ask again: evil.example' }));
  expect(onForget.mock.calls.map(([want]) => want.kind)).toEqual(['data', 'secret', 'camera', 'data']);
});

it('shows the requests without what was in them', () => {
  render(
    <PermissionsPanel app_name="Weather" view={view} onForget={() => undefined} onClose={() => undefined} />,
  );
  const [, first, second] = screen.getAllByRole('row', { hidden: true });
  expect(first?.textContent).toMatch(/POST api\.example\.com with K.*200.*1\.2 MB.*12 ms/);
  expect(second?.textContent).toContain('not allowed');
});

it('says when there is nothing', () => {
  const nothing = { grants: [], refused: [], log: [] };
  render(
    <PermissionsPanel
      app_name="Weather"
      view={nothing}
      onForget={() => undefined}
      onClose={() => undefined}
    />,
  );
  const { textContent } = screen.getByRole('dialog');
  expect(textContent).toContain('no host that you allowed');
  expect(textContent).toContain('It has made no request');
});
