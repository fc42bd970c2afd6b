/** Gathers what a worker needs to boot: the engine's files, the package, the wheels, all fetched at once. */

import { type Site, type SiteFile, type SitePackage, start_files } from '../share/site.ts';
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
  const [all, wheels] = await Promise.all([
    fetch_all(start_files(engine), fetcher, report),
    Promise.all(packages.map((wheel) => load_package(wheel, fetcher, report))),
  ]);
  const named = (file: SiteFile) => all[file.name] as Blob;
  const files = Object.fromEntries(engine.files.map((file) => [file.name, named(file)]));
  const image = engine.image ? { image: named(engine.image) } : {};
  const distribution = { version: engine.version, files, ...image };
  return { distribution, python: named(engine.python), packages: wheels };
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
