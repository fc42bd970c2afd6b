/** `dist/gallery`: the site with the examples, each packed as its own app. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close_release } from '../../src/cli/release.ts';
import { pack, project_of_files } from '../../src/share/index.ts';
import { type GalleryApp, site_in, with_site } from '../../src/share/site.ts';

export async function build_gallery(root: string): Promise<void> {
  const out = join(root, 'dist/gallery');
  await cp(join(root, 'dist/site'), out, { recursive: true });
  await mkdir(join(out, 'gallery'), { recursive: true });
  const slugs = (await readdir(join(root, 'examples'))).sort();
  const gallery = await Promise.all(
    slugs.map((slug) => pack_example(join(root, 'examples', slug), slug, out)),
  );
  const page = join(out, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, with_site(html, { ...site_in(html), gallery }));
  await close_release(out);
}

async function pack_example(folder: string, name: string, out: string): Promise<GalleryApp> {
  const slug = name.replace(/^\d+_/, '');
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of paths.filter((found) => found.isFile())) {
    const place = join(entry.parentPath, entry.name);
    files.set(place.slice(folder.length + 1).replaceAll('\\', '/'), new Uint8Array(await readFile(place)));
  }
  const { project } = project_of_files(files);
  const source = new TextDecoder().decode(project.files.get(project.entrypoint));
  const url = `gallery/${slug}.tablit`;
  await writeFile(join(out, url), await pack(project));
  return { slug, ...described(source, slug), url };
}

/** Title and description are the docstring's first line and the rest of its first paragraph. */
function described(source: string, slug: string): { title: string; description: string; source: string } {
  const [, docstring = ''] = /^"""([\s\S]*?)"""\s*/.exec(source) ?? [];
  const [title = slug, ...rest] = docstring.trim().split('\n');
  const code = source.replace(/^"""[\s\S]*?"""\s*/, '');
  return { title: title.replace(/\.$/, ''), description: rest.join(' ').trim(), source: code };
}
