// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { progress } from './progress.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('progress'))('$name', ({ element }) => {
  it('is a progress bar called by its text', () => {
    show(progress, element);
    const name = element.text?.replaceAll('*', '') ?? 'Progress';
    const bar = screen.getByRole('progressbar', { name });
    expect(bar.getAttribute('aria-valuenow')).toBe(String(element.value));
    expect(bar.closest('[data-testid="stProgress"]')?.className).toBe('stProgress');
  });
});

it('moves the same bar from run to run', () => {
  const { update } = show(progress, { type: 'progress', value: 10 });
  const bar = screen.getByRole('progressbar');
  update({ type: 'progress', value: 20 });
  expect(screen.getByRole('progressbar')).toBe(bar);
  expect(screen.getByTestId('stProgressBarTrack').firstElementChild?.getAttribute('style')).toContain(
    'translateX(-80%)',
  );
});
