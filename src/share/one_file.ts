/** A page that is one file: what it carries stands in it as base64, in blocks that no browser runs. */
import type { Site, SiteFile } from './site.ts';

/** Where in the page the blocks go. */
export const CARRIED_PLACE = '<!-- carried files -->';

/** Stands within the first bytes of such a page: what a folder holds of them is told apart by it. */
export const ONE_FILE_MARK = '<meta name="generator" content="Tablit, one file">';

/** Within how many bytes of its start a page has the mark. */
export const ONE_FILE_HEAD = 512;

/** A file that the page carries; `path` is where the site has it. */
export interface CarriedFile {
  readonly id: string;
  readonly path: string;
}

export interface Folded {
  /** The site with `#id` in place of each path. */
  readonly site: Site;
  /** In the order in which a start needs them. */
  readonly files: readonly CarriedFile[];
}

/**
 * Names a block for each file that `site` needs. Of the standard library it takes the whole, which an image can do with
 * too: there is nowhere to fetch it from when the image is refused. Throws when the site holds more than one app, or one
 * that is watched.
 */
export function fold(site: Site): Folded {
  const { app, worker, engine, packages } = site;
  if (app?.kind !== 'archive') throw new TypeError('One file holds one app, packed.');
  const files: CarriedFile[] = [];
  const carry = (path: string): string => {
    const id = `carried-${files.length}`;
    files.push({ id, path });
    return `#${id}`;
  };
  const carried = <T extends SiteFile>(file: T): T => ({ ...file, file: carry(file.file) });
  const [worker_inside, engine_files] = [carried(worker), engine.files.map(carried)];
  const [image, python] = [engine.image && carried(engine.image), carried(engine.python)];
  const { offline: _none, ...rest } = site;
  const inside: Site = {
    ...rest,
    worker: worker_inside,
    engine: { version: engine.version, files: engine_files, python, ...(image ? { image } : {}) },
    packages: packages.map((wheel) =>
      wheel.file === undefined ? wheel : { ...wheel, file: carry(wheel.file) },
    ),
    app: { ...app, url: carry(app.url) },
  };
  return { site: inside, files };
}

/** `base64` by the block's id. Base64 has no character that could end its element. */
export function with_carried(html: string, blocks: ReadonlyMap<string, string>): string {
  if (!html.includes(CARRIED_PLACE)) throw new Error('The page has no place for carried files.');
  const text = [...blocks]
    .map(([id, base64]) => `<script type="text/plain;base64" id="${id}">${base64}</script>`)
    .join('\n');
  return html.replace(CARRIED_PLACE, () => text);
}
