/** Makes what the share dialog offers from the app's files. */
import { find_suspects, link_of, MAX_LINK, pack, project_of_files, size_of_link } from '../share/index.ts';
import { ShareDialog, type ShareOffer } from '../ui/panels/share.tsx';
import type { AppFiles } from './app_source.ts';
import { show_panel } from './panel.tsx';

/** `page`: where the link opens. Throws the `ShareError` that says why the app cannot be shared. */
export async function share_offer({ files, entrypoint }: AppFiles, page: string): Promise<ShareOffer> {
  const bytes = await Promise.all(
    Object.entries(files).map(
      async ([path, blob]) => [path, new Uint8Array(await blob.arrayBuffer())] as const,
    ),
  );
  const { project } = project_of_files(new Map(bytes), { entrypoint });
  const [archive, link_size] = [await pack(project), await size_of_link(project, page)];
  return {
    suspects: find_suspects(project),
    link: link_size <= MAX_LINK ? await link_of(project, page) : undefined,
    link_size,
    most_characters: MAX_LINK,
    file: new Blob([archive], { type: 'application/octet-stream' }),
    file_name: `${entrypoint.replace(/^.*\//, '').replace(/\.[^.]+$/, '')}.tablit`,
  };
}

/** Shows the share dialog until it is closed. */
export function show_share(app: AppFiles | Promise<AppFiles>): void {
  const page = new URL(location.pathname, location.href).href;
  const offer = Promise.resolve(app).then((files) => share_offer(files, page));
  show_panel((close) => <ShareDialog offer={offer} onClose={close} />);
}
