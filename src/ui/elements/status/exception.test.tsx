// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { exception } from './exception.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('exception'))('$name', ({ element }) => {
  it('says its type and message, and what to do', () => {
    show(exception, element);
    const shown = screen.getByRole('alert');
    expect(shown.parentElement?.className).toBe('stException');
    expect(shown.dataset['level']).toBe(element.is_warning ? 'warning' : 'error');
    const message = element.message_is_markdown ? element.message.replaceAll('`', '') : element.message;
    expect(screen.getByTestId('stExceptionMessage').textContent).toBe(
      `${element.exception_type}: ${message}`,
    );
    expect(screen.queryAllByTestId('stExceptionHint')).toHaveLength(element.hint === undefined ? 0 : 1);
    expect(screen.queryByTestId('stExceptionTraceback')).toBeNull();
  });
});

it('shows the traceback, and copies all of it', () => {
  const write = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText: write } });
  show(exception, {
    type: 'exception',
    exception_type: 'ValueError',
    message: 'bad *x*',
    stack_trace: ['File "app.py", line 1, in <module>', '    f()'],
  });
  expect(screen.getByTestId('stExceptionTraceback').textContent).toContain('line 1, in <module>');
  fireEvent.click(screen.getByRole('button', { name: 'Copy error' }));
  expect(write).toHaveBeenCalledWith(
    'Traceback:\nFile "app.py", line 1, in <module>\n    f()\nValueError: bad *x*',
  );
  vi.unstubAllGlobals();
});
