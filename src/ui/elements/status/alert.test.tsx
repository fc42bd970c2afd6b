// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { alert } from './alert.tsx';

beforeAll(preload_markdown);

const contents = {
  error: 'stAlertContentError',
  warning: 'stAlertContentWarning',
  info: 'stAlertContentInfo',
  success: 'stAlertContentSuccess',
} as const;

describe.each(cases_of('alert'))('$name', ({ element }) => {
  it('is read out, with its title and icon', () => {
    show(alert, element);
    const shown = screen.getByRole(['error', 'warning'].includes(element.level) ? 'alert' : 'status');
    expect(shown.dataset['testid']).toBe('stAlertContainer');
    expect(shown.parentElement?.className).toBe('stAlert');
    expect(shown.contains(screen.getByTestId(contents[element.level]))).toBe(true);
    expect(shown.textContent).toContain(element.body.replaceAll('*', ''));
    expect(screen.queryByTestId('stAlertTitle')?.textContent).toBe(element.title);
    expect(screen.queryAllByTestId('stAlertDynamicIcon')).toHaveLength(element.icon === undefined ? 0 : 1);
  });
});
