/** The files of one uploader: those that the script has, those on their way, and those that were not taken. */
import { useRef, useState } from 'preact/hooks';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { safe_file_name, safe_file_path } from '../../../wire/file_name.ts';
import type { UploadAnswer } from '../../../wire/upload.ts';
import type { Uploaded } from '../../../wire/uploaded.ts';
import type { Lazy } from '../../parts/lazy.ts';
import type { Services } from '../../parts/services.ts';
import { refusal_of, words_for } from './file_uploader_check.ts';
import type { ChosenFile } from './file_uploader_drop.ts';

export interface Row {
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: 'there' | 'on_its_way' | 'refused';
  /** Why it was not taken. */
  readonly words?: string;
}

export interface Uploads {
  /** The newest first. */
  readonly rows: readonly Row[];
  /** What came of the last choice, for who does not see the list. */
  readonly news: string;
  readonly choose: (files: readonly ChosenFile[]) => Promise<void>;
  readonly remove: (key: string) => void;
}

/** Files that are handed over at the same time. */
const lanes = 4;

export interface UploadsOptions {
  readonly element: ElementByType<'file_uploader'>;
  readonly value: readonly Uploaded[];
  readonly onChange: (value: readonly Uploaded[]) => void;
  readonly services: Lazy<Services>;
}

export function useUploads({ element, value, onChange, services }: UploadsOptions): Uploads {
  const render = useRenderSoon();
  const [news, set_news] = useState('');
  /** What is not, or not yet, in the value. */
  const others = useRef(new Map<string, Row>()).current;
  const latest = useRef(value);
  latest.current = value;
  const single = element.multiple === undefined;

  const commit = (next: readonly Uploaded[]) => {
    const kept = new Set(next.map(({ file_id }) => file_id));
    const gone = latest.current.filter(({ file_id }) => !kept.has(file_id));
    latest.current = next;
    onChange(next);
    for (const { file_id } of gone) services.now()?.remove_upload(file_id);
  };

  const choose = async (files: readonly ChosenFile[]) => {
    if (files.length === 0) return;
    if (single) others.clear();
    const accepted = sorted_out(files, element, others);
    render();
    const taken: Uploaded[] = [];
    await in_lanes(accepted, async ({ key, name, file }, place) => {
      const answer = await hand_over(services, element.id, name, file);
      // Somebody took it away meanwhile.
      const wanted = others.delete(key);
      if (answer.kind === 'taken' && wanted) taken[place] = answer.file;
      else if (answer.kind === 'taken') services.now()?.remove_upload(answer.file.file_id);
      else if (wanted) others.set(key, refused(key, name, file.size, words_for(answer.reason, element)));
      render();
    });
    const there = taken.filter((file) => file !== undefined);
    set_news(news_of(there, files.length));
    if (there.length > 0) commit(single ? there : [...latest.current, ...there]);
  };

  const remove = (key: string) => {
    if (others.delete(key)) render();
    else commit(latest.current.filter(({ file_id }) => file_id !== key));
  };

  const there = value.map(({ file_id, name, size }): Row => ({ key: file_id, name, size, state: 'there' }));
  return { rows: [...there, ...others.values()].reverse(), news, choose, remove };
}

interface Accepted {
  readonly key: string;
  readonly name: string;
  readonly file: File;
}

/** Files that were ever chosen on this page. */
let chosen = 0;

/** Puts each file into `rows`; returns those that are to be handed over. No byte of any is read here. */
function sorted_out(
  files: readonly ChosenFile[],
  element: ElementByType<'file_uploader'>,
  rows: Map<string, Row>,
): readonly Accepted[] {
  const accepted: Accepted[] = [];
  for (const { file, path } of files) {
    const key = `chosen-${++chosen}`;
    const name = element.multiple === 'directory' ? safe_file_path(path) : safe_file_name(path);
    const reason = refusal_of(element, { name, size: file.size });
    const too_many = element.multiple === undefined && accepted.length > 0;
    if (reason === undefined && !too_many) {
      accepted.push({ key, name, file });
      rows.set(key, { key, name, size: file.size, state: 'on_its_way' });
    } else {
      const words = reason === undefined ? 'Only one file is taken here' : words_for(reason, element);
      rows.set(key, refused(key, name, file.size, words));
    }
  }
  return accepted;
}

function refused(key: string, name: string, size: number, words: string): Row {
  return { key, name, size, state: 'refused', words };
}

/** A page that cannot fetch its own parts any more takes no files. */
async function hand_over(
  services: Lazy<Services>,
  widget: string,
  name: string,
  file: File,
): Promise<UploadAnswer> {
  try {
    return await (await services.load()).upload(widget, name, file);
  } catch {
    return { kind: 'refused', reason: 'gone' };
  }
}

async function in_lanes<T>(
  items: readonly T[],
  one: (item: T, place: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const lane = async () => {
    for (const [place, item] of queue) await one(item, place);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function news_of(there: readonly Uploaded[], chosen: number): string {
  const [first] = there;
  const taken =
    there.length === 1 && first ? `${first.name} is uploaded.` : `${there.length} files are uploaded.`;
  const left = chosen - there.length;
  return left === 0 ? taken : `${taken} ${left === 1 ? 'One was' : `${left} were`} not taken.`;
}

/** Renders with the next frame: ten thousand files are no ten thousand renders. */
function useRenderSoon(): () => void {
  const [, render] = useState({});
  const waiting = useRef(false);
  return () => {
    if (waiting.current) return;
    waiting.current = true;
    requestAnimationFrame(() => {
      waiting.current = false;
      render({});
    });
  };
}
