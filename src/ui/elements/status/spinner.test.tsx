// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { clock, spinner } from './spinner.tsx';

beforeAll(preload_markdown);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(cases_of('spinner'))('$name', ({ element }) => {
  it('appears after half a second', () => {
    act(() => {
      show(spinner, element);
    });
    act(() => {
      vi.advanceTimersByTime(499);
    });
    expect(screen.queryByTestId('stSpinner')).toBeNull();
    act(() => {
      vi.advanceTimersByTime(2);
    });
    const shown = screen.getByRole('status');
    expect(shown.className).toBe('stSpinner');
    expect(shown.textContent).toContain(element.text.replaceAll('*', ''));
    expect(shown.textContent?.includes('seconds')).toBe(element.show_time ?? false);
  });
});

it.each([
  [0.5, '(0.5 seconds)'],
  [65, '(1 minute, 5.0 seconds)'],
  [7_384.26, '(2 hours, 3 minutes, 4.2 seconds)'],
])('%f seconds are %s', (seconds, text) => expect(clock(seconds)).toBe(text));
