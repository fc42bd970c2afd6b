// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { html } from './html.tsx';

/** DOMPurify does not work in this DOM: what it lets pass is tested in a browser (`e2e/hostile_html.spec.ts`). */
vi.mock('../../parts/sanitise.ts', () => ({
  sanitise(body: string) {
    const template = document.createElement('template');
    template.innerHTML = `cleaned ${body.replaceAll(/<script.*?<\/script>/g, '')}`;
    return template.content;
  },
}));

describe.each(cases_of('html'))('$name', ({ element }) => {
  it('shows what the sanitiser left, and says so when a script was not run', async () => {
    show(html, element);
    const shown = screen.getByTestId('stHtml');
    expect(shown.className).toBe('stHtml');
    await waitFor(() => expect(shown.textContent).toMatch(/^cleaned/));
    expect(screen.queryAllByText(/was not run/)).toHaveLength(element.javascript ? 1 : 0);
  });
});

it('shows the new HTML after a rerun', async () => {
  const { update } = show(html, { type: 'html', body: '<b>a</b>' });
  await waitFor(() => expect(screen.getByTestId('stHtml').textContent).toBe('cleaned a'));
  update({ type: 'html', body: '<i>b</i>' });
  expect(screen.getByTestId('stHtml').innerHTML).toBe('cleaned <i>b</i>');
});
