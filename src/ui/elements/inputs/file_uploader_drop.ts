/** The files of a drop; of folders those inside, each with its path. */

export interface ChosenFile {
  readonly file: File;
  /** Its name, or its path inside of what was chosen. */
  readonly path: string;
}

/** Files deeper than so many folders are left out: a folder can hold itself. */
const most_depth = 32;

export function chosen_of(list: FileList | null): ChosenFile[] {
  return [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Folders are looked into only when `directory`; what cannot be read in one is left out. */
export async function dropped_files(data: DataTransfer, directory: boolean): Promise<ChosenFile[]> {
  // The list is only there until the event is over.
  const items = [...data.items].map((item) => ({
    entry: item.webkitGetAsEntry?.() ?? undefined,
    file: item.getAsFile(),
  }));
  if (items.length === 0) return chosen_of(data.files);
  const found = items.map(async ({ entry, file }) => {
    if (entry?.isDirectory) return directory ? inside(entry, most_depth) : [];
    return file ? [{ file, path: file.name }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function inside(entry: FileSystemEntry, depth: number): Promise<ChosenFile[]> {
  if (is_file(entry)) {
    const file = await new Promise<File | undefined>((resolve) =>
      entry.file(resolve, () => resolve(undefined)),
    );
    return file ? [{ file, path: entry.fullPath.replace(/^\//, '') }] : [];
  }
  if (depth === 0) return [];
  const entries = await entries_of(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map((one) => inside(one, depth - 1)))).flat();
}

function is_file(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A reader gives a hundred at a time. */
async function entries_of(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
