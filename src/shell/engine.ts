/** Gathers what a worker needs to boot: the engine's files, the package, the wheels, all fetched at once. */

import type { Site, SiteFile, SitePackage } from '../share/site.ts';
import type { BootRequest, PackageFile } from '../wire/api.ts';
import { type Fetcher, FileError, fetch_all, type Progress, sha256_of } from './files.ts';

export async function load_engine(
  { engine, packages }: Pick<Site, 'engine' | 'packages'>,
  fetcher: Fetcher,
  report: (progress: Progress) => void,
): Promise<BootRequest> {
  const [files, python, image, wheels] = await Promise.all([
    fetch_all(engine.files, fetcher, report),
    fetch_one(engine.python, fetcher, report),
    engine.image ? fetch_one(engine.image, fetcher, report) : undefined,
    Promise.all(packages.map((wheel) => load_package(wheel, fetcher, report))),
  ]);
  const distribution = { version: engine.version, files, ...(image ? { image } : {}) };
  return { distribution, python, packages: wheels };
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
