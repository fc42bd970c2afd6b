/** Which files an uploader takes, by what is known of a file without reading it. The worker looks again. */
import type { ElementByType } from '../../../wire/elements/index.ts';
import type { UploadRefusal } from '../../../wire/upload.ts';

type Rules = Pick<ElementByType<'file_uploader'>, 'types' | 'max_upload_size'>;

const mebi = 1024 * 1024;

/** `name` is safe already. */
export function refusal_of(
  { types, max_upload_size }: Rules,
  { name, size }: { readonly name: string; readonly size: number },
): UploadRefusal | undefined {
  const lower = name.toLowerCase();
  if (types && !types.some((ending) => lower.endsWith(ending))) return 'wrong_type';
  return size > max_upload_size * mebi ? 'too_large' : undefined;
}

/** What the reader is told of a file that is not taken. */
export function words_for(reason: UploadRefusal, rules: Rules): string {
  switch (reason) {
    case 'wrong_type':
      return `Not one of the types that are taken here: ${types_text(rules)}`;
    case 'too_large':
      return `Larger than ${size_text(rules.max_upload_size * mebi)}`;
    case 'unreadable':
      return 'Cannot be read: it was changed, moved or deleted after it was chosen. Choose it again';
    case 'no_room':
      return 'There is no memory left for it in this tab';
    case 'gone':
      return 'The app does not take files here any more';
  }
}

/** What is taken, below the button: `200MB per file • CSV, TXT`. */
export function limits_text(rules: Rules): string {
  const size = `${size_text(rules.max_upload_size * mebi)} per file`;
  return rules.types ? `${size} • ${types_text(rules)}` : size;
}

function types_text({ types = [] }: Rules): string {
  return types.map((ending) => ending.slice(1).toUpperCase()).join(', ');
}

/** As the limit is counted, by 1024: what is said to be 200MB is taken when the limit is 200MB. */
export function size_text(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let shown = bytes;
  let unit = 0;
  while (shown >= 1023.95 && unit < units.length - 1) {
    shown /= 1024;
    unit++;
  }
  return `${Number(shown.toFixed(1))}${units[unit]}`;
}
