// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { download_button } from './download_button.tsx';

beforeAll(preload_markdown);

const plain = { type: 'download_button', id: 'a', label: 'Save', default: false } as const;

describe.each(cases_of('download_button'))('$name', ({ element }) => {
  it('has its label as its name', () => {
    show(download_button, element);
    const control = screen.getByRole('button', { name: /Save/ }) as HTMLButtonElement;
    expect(control.disabled).toBe(element.disabled ?? false);
    expect(screen.getByTestId('stDownloadButton').contains(control)).toBe(true);
  });
});

it.each([
  ['a run', undefined, [true]],
  ['no run', 'ignore', []],
] as const)('saves its file first, then starts %s', async (_what, on_change, expected) => {
  const saved: string[] = [];
  const services = { download: async (id: string) => void saved.push(id) };
  const { commits } = show(download_button, { ...plain, ...(on_change && { on_change }) }, { services });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(commits).toEqual([]);
  await waitFor(() => expect(saved).toEqual(['a']));
  await waitFor(() => expect(commits).toEqual(expected));
});

it('says why it could not, until it is pressed again', async () => {
  const answers = ['The file could not be made. ValueError: no', undefined];
  show(download_button, plain, { services: { download: async () => answers.shift() } });
  const control = screen.getByRole('button', { name: 'Save' });
  fireEvent.click(control);
  expect((await screen.findByRole('alert')).textContent).toBe('The file could not be made. ValueError: no');
  fireEvent.click(control);
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
