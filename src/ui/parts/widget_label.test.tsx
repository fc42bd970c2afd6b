// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { WidgetLabel } from './widget_label.tsx';

afterEach(cleanup);

it('names its control, and offers its help', () => {
  render(
    <>
      <WidgetLabel for="field" label="Name" help="As in the passport" />
      <input id="field" />
    </>,
  );
  expect(screen.getByLabelText('Name')).toBe(document.getElementById('field'));
  expect(screen.getByRole('button', { name: 'Help' })).toBeDefined();
});

it.each(['hidden', 'collapsed'] as const)('names its control while it is %s, without help', (visibility) => {
  render(
    <>
      <WidgetLabel for="field" label="Name" help="As in the passport" visibility={visibility} />
      <input id="field" />
    </>,
  );
  expect(screen.getByLabelText('Name')).toBe(document.getElementById('field'));
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByTestId('stWidgetLabel').className).toContain(visibility);
});
