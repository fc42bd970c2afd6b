/** Gathers what a worker needs to boot: the engine's files, the package, the wheels, all fetched at once. */

import type { Site, SiteEngine, SiteFile, SitePackage } from '../share/site.ts';
import type { BootRequest, PackageFile } from '../wire/api.ts';
import { type Fetcher, FileError, fetch_all, type Progress, sha256_of } from './files.ts';

/** What an ordinary boot needs besides, when an image was refused: the whole standard library. */
export async function load_ordinary(
  { engine }: Pick<Site, 'engine'>,
  request: BootRequest,
  fetcher: Fetcher,
): Promise<BootRequest> {
  const { image: _refused, ...distribution } = request.distribution;
  const whole = engine.files.filter(({ name }) => name === engine.stdlib_rest?.name);
  const files = { ...distribution.files, ...(await fetch_all(whole, fetcher, () => undefined)) };
  return { ...request, distribution: { ...distribution, files } };
}

export async function load_engine(
  { engine, packages }: Pick<Site, 'engine' | 'packages'>,
  fetcher: Fetcher,
  report: (progress: Progress) => void,
): Promise<BootRequest> {
  const [files, python, image, wheels] = await Promise.all([
    fetch_all(files_of(engine), fetcher, report),
    fetch_one(engine.python, fetcher, report),
    engine.image ? fetch_one(engine.image, fetcher, report) : undefined,
    Promise.all(packages.map((wheel) => load_package(wheel, fetcher, report))),
  ]);
  const distribution = { version: engine.version, files, ...(image ? { image } : {}) };
  return { distribution, python, packages: wheels };
}

/** With an image the rest of the standard library takes the place of the whole. */
function files_of({ files, image, stdlib_rest }: SiteEngine): readonly SiteFile[] {
  if (!image || !stdlib_rest) return files;
  return files.map((file) => (file.name === stdlib_rest.name ? stdlib_rest : file));
}

async function fetch_one(
  file: SiteFile,
  fetcher: Fetcher,
  report: (progress: Progress) => void,
): Promise<Blob> {
  const files = await fetch_all([file], fetcher, report);
  return files[file.name] as Blob;
}

/** Throws a `FileError` when the wheel's bytes are not those that were named when the app was built. */
async function load_package(
  wheel: SitePackage,
  fetcher: Fetcher,
  report: (progress: Progress) => void,
): Promise<PackageFile> {
  const { name, version, file_name, sha256, size = 0 } = wheel;
  const file = wheel.file ?? wheel.url;
  if (file === undefined) throw new FileError(file_name, 'has no place to come from.');
  const label = `${name} ${version}`;
  const data = await fetch_one({ name: label, file, size, sha256 }, fetcher, report);
  if ((await sha256_of(data)) !== sha256) {
    throw new FileError(file_name, 'is not the file that this app was built with: its SHA-256 differs.');
  }
  return { name, file_name, data };
}
