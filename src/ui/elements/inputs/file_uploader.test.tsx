// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ElementByType } from '../../../wire/elements/index.ts';
import type { UploadAnswer } from '../../../wire/upload.ts';
import { preload_markdown } from '../../parts/markdown.tsx';
import type { Services } from '../../parts/services.ts';
import { cases_of, show } from '../testing.tsx';
import { file_uploader } from './file_uploader.tsx';
import { limits_text, refusal_of, size_text } from './file_uploader_check.ts';

beforeAll(preload_markdown);

type Uploader = ElementByType<'file_uploader'>;

const plain: Uploader = {
  type: 'file_uploader',
  id: 'a',
  label: 'Data',
  max_upload_size: 1,
  default: [],
};

/** A file of which no byte may be read in the page. */
function a_file(name: string, size = 3, type = 'text/csv'): File {
  const file = new File(['1,2'], name, { type });
  const touched = () => {
    throw new Error('The page read a file.');
  };
  Object.defineProperty(file, 'size', { value: size });
  for (const read of ['arrayBuffer', 'bytes', 'slice', 'stream', 'text']) {
    Object.defineProperty(file, read, { value: touched });
  }
  return file;
}

/** A worker that takes everything, or answers what it is told to. */
function a_worker(answer?: UploadAnswer) {
  const sent: string[] = [];
  const removed: string[] = [];
  const services: Partial<Services> = {
    async upload(_widget, name, file) {
      sent.push(name);
      const id = `id-${sent.length}`;
      return answer ?? { kind: 'taken', file: { file_id: id, name, type: file.type, size: file.size } };
    },
    remove_upload: (id) => removed.push(id),
  };
  return { sent, removed, services };
}

function choose(label: string, ...files: readonly File[]) {
  const input = screen.getByLabelText(label);
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  fireEvent.change(input);
}

const names = () => screen.queryAllByTestId('stFileUploaderFileName').map(({ textContent }) => textContent);
const faults = () =>
  screen.queryAllByTestId('stFileUploaderFileErrorMessage').map(({ textContent }) => textContent);

describe.each(cases_of('file_uploader'))('$name', ({ element }) => {
  it('is named by its label, and says what it takes', () => {
    show(file_uploader, element);
    const input = screen.getByLabelText(element.label) as HTMLInputElement;
    expect(input.multiple).toBe(element.multiple !== undefined);
    expect(input.accept).toBe(element.types?.join(',') ?? '');
    expect(input.hasAttribute('webkitdirectory')).toBe(element.multiple === 'directory');
    const button = screen.getByRole('button', { name: 'Upload' }) as HTMLButtonElement;
    expect(button.disabled).toBe(element.disabled ?? false);
    expect(screen.getByTestId('stFileUploaderDropzoneInstructions').textContent).toBe(limits_text(element));
  });
});

it('hands a file over, commits what the worker took, and takes it away again', async () => {
  const { services, sent, removed } = a_worker();
  const { commits } = show(file_uploader, plain, { services });
  choose('Data', a_file('a.csv'));
  const file = { file_id: 'id-1', name: 'a.csv', type: 'text/csv', size: 3 };
  await waitFor(() => expect(commits).toEqual([[file]]));
  expect(sent).toEqual(['a.csv']);
  expect(screen.getByTestId('stFileUploaderFile').textContent).toContain('3B');
  expect(screen.getByRole('status').textContent).toBe('a.csv is uploaded.');
  fireEvent.click(screen.getByRole('button', { name: 'Remove a.csv' }));
  expect(commits[1]).toEqual([]);
  expect(removed).toEqual(['id-1']);
  expect(names()).toEqual([]);
  expect(document.activeElement?.textContent).toContain('Upload');
});

it('replaces its only file, and takes one of several', async () => {
  const { services, removed } = a_worker();
  const { commits } = show(file_uploader, plain, { services });
  choose('Data', a_file('a.csv'));
  await waitFor(() => expect(commits).toHaveLength(1));
  choose('Data', a_file('b.csv'), a_file('c.csv'));
  await waitFor(() => expect(commits).toHaveLength(2));
  expect(commits[1]?.map(({ name }) => name)).toEqual(['b.csv']);
  expect(removed).toEqual(['id-1']);
  expect(names()).toEqual(['c.csv', 'b.csv']);
  expect(faults()).toEqual(['Only one file is taken here']);
});

it('adds to several in the order of the choice, the newest on top, three on a page', async () => {
  const { services } = a_worker();
  const { commits } = show(file_uploader, { ...plain, multiple: 'files' }, { services });
  choose('Data', a_file('a'), a_file('b'));
  await waitFor(() => expect(commits).toHaveLength(1));
  choose('Data', a_file('c'), a_file('d'));
  await waitFor(() => expect(commits).toHaveLength(2));
  expect(commits[1]?.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  expect(names()).toEqual(['d', 'c', 'b']);
  expect(screen.getByTestId('stFileUploaderPagination').textContent).toContain('Showing page 1 of 2');
  fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(names()).toEqual(['a']);
  fireEvent.click(screen.getByRole('button', { name: 'Remove a' }));
  await waitFor(() => expect(names()).toEqual(['d', 'c', 'b']));
});

describe('promise: Uploads are checked before they are read: in the page', () => {
  it.each([
    ['1 GB', a_file('a.csv', 2 ** 30), 'Larger than 1MB'],
    ['a byte too many', a_file('a.csv', 2 ** 20 + 1), 'Larger than 1MB'],
    ['another type', a_file('a.exe'), 'Not one of the types that are taken here: CSV, TXT'],
    ['a type in front of another', a_file('a.csv.exe'), 'Not one of the types that are taken here: CSV, TXT'],
    ['a type behind a mark', a_file('a\u202evsc.exe'), 'Not one of the types that are taken here: CSV, TXT'],
    ['a type behind NUL', a_file('a.exe\0'), 'Not one of the types that are taken here: CSV, TXT'],
    [
      'a media type that lies',
      a_file('a.exe', 3, 'text/csv'),
      'Not one of the types that are taken here: CSV, TXT',
    ],
  ])('%s is not handed over', async (_what, file, words) => {
    const { services, sent } = a_worker();
    const { commits } = show(file_uploader, { ...plain, types: ['.csv', '.txt'] }, { services });
    choose('Data', file);
    await waitFor(() => expect(faults()).toEqual([words]));
    expect(sent).toEqual([]);
    expect(commits).toEqual([]);
  });

  it('a file goes under a safe name', async () => {
    const { services, sent } = a_worker();
    show(file_uploader, { ...plain, multiple: 'files' }, { services });
    choose('Data', a_file('../../etc/passwd'), a_file('in\u202evoice\0.csv'), a_file('nul'));
    await waitFor(() => expect(sent).toEqual(['passwd', 'invoice.csv', '_nul']));
  });

  it('a file that changed or vanished is named, and the others go on', async () => {
    const { services } = a_worker();
    const take = services.upload as Services['upload'];
    services.upload = async (widget, name, file) =>
      name === 'gone' ? { kind: 'refused', reason: 'unreadable' } : take(widget, name, file);
    const { commits } = show(file_uploader, { ...plain, multiple: 'files' }, { services });
    choose('Data', a_file('a'), a_file('gone'), a_file('b'));
    await waitFor(() => expect(commits[0]?.map(({ name }) => name)).toEqual(['a', 'b']));
    expect(faults()[0]).toMatch(/^Cannot be read: it was changed, moved or deleted/);
    expect(screen.getByRole('status').textContent).toBe('2 files are uploaded. One was not taken.');
  });

  it('ten thousand files at once are ten thousand files', async () => {
    const { services } = a_worker();
    const { commits } = show(file_uploader, { ...plain, multiple: 'files' }, { services });
    choose(
      'Data',
      ...Array.from({ length: 10_000 }, (_, index) => a_file(`${index}.csv`, index === 7 ? 2 ** 30 : 3)),
    );
    await waitFor(() => expect(commits).toHaveLength(1), { timeout: 10_000 });
    expect(commits[0]).toHaveLength(9_999);
    expect(names()).toHaveLength(3);
  });
});

it('forgets a file that was taken away on its way', async () => {
  const { services, removed } = a_worker();
  const take = services.upload as Services['upload'];
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  services.upload = async (...file) => {
    await held;
    return take(...file);
  };
  const { commits } = show(file_uploader, plain, { services });
  choose('Data', a_file('a.csv'));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove a.csv' }));
  await act(async () => go());
  await waitFor(() => expect(removed).toEqual(['id-1']));
  expect(commits).toEqual([]);
});

it('takes what is dropped on it, but not when it is off', async () => {
  const { services, sent } = a_worker();
  const { update } = show(file_uploader, plain, { services });
  const zone = screen.getByTestId('stFileUploaderDropzone');
  const drag = (name: string) => {
    const dataTransfer = { types: ['Files'], items: [], files: [a_file('a.csv')] };
    fireEvent(zone, Object.assign(new Event(name, { bubbles: true, cancelable: true }), { dataTransfer }));
  };
  drag('dragover');
  await waitFor(() => expect(zone.dataset['over']).toBe('true'));
  drag('drop');
  await waitFor(() => expect(sent).toEqual(['a.csv']));
  update({ ...plain, disabled: true });
  drag('drop');
  await act(async () => undefined);
  expect(sent).toEqual(['a.csv']);
});

it('says sizes as the limit counts them', () => {
  expect([0, 999, 1024, 1536, 200 * 2 ** 20, 2 ** 30].map(size_text)).toEqual([
    '0B',
    '999B',
    '1KB',
    '1.5KB',
    '200MB',
    '1GB',
  ]);
  expect(refusal_of(plain, { name: 'a', size: 2 ** 20 })).toBeUndefined();
});
