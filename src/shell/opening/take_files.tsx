/**
 * Takes files that are dropped on the page or chosen: looks whether they are an app, and opens it as any app of a
 * stranger, in a page of its own. What is no app is said over the page that is there, which goes on.
 */
import { render } from 'preact';
import { link_of, MAX_LINK, size_of_link } from '../../share/index.ts';
import { type ChosenFile, chosen_of, dropped_files } from '../../ui/elements/inputs/file_uploader_drop.ts';
import { DropHint, RefusedFiles } from '../../ui/panels/drop.tsx';
import type { Fetched } from '../fetch_project.ts';
import { type OwnPlace, own_place } from '../own_windows/place.ts';
import { show_panel } from '../panel.tsx';
import { hand_over } from './handed_over.ts';
import { left_out_state } from './left_out_state.ts';
import { as_refusal, NotOpened } from './not_opened.ts';
import { project_of_chosen } from './project_of_files.ts';

/** Milliseconds without a word of a drag, after which it is over: it may end outside of the window. */
const OVER = 400;

export function take_drops(): void {
  let place: OwnPlace | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    if (place) render(null, place.box);
    place?.remove();
    place = undefined;
  };
  const show = () => {
    place ??= own_place();
    render(<DropHint />, place.box);
    clearTimeout(timer);
    timer = setTimeout(hide, OVER);
  };
  addEventListener('dragover', (event) => {
    if (!has_files(event)) return;
    if (is_taken(event)) return hide();
    // Else the browser would leave the page for the file.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    show();
  });
  addEventListener('drop', (event) => {
    hide();
    if (!has_files(event) || is_taken(event) || !event.dataTransfer) return;
    event.preventDefault();
    void dropped_files(event.dataTransfer, true).then(open);
  });
}

export function choose_files(): void {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true });
  input.addEventListener('change', () => void open(chosen_of(input.files)));
  input.click();
}

function has_files({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** What an app or a window of the page's own takes files for is theirs. A window that is open lets nothing past it. */
function is_taken(event: DragEvent): boolean {
  if (event.defaultPrevented) return true;
  const targets = event.composedPath().filter((target) => target instanceof Element);
  return targets.some((target) => target.matches('[data-testid="stFileUploaderDropzone"], dialog'));
}

async function open(chosen: readonly ChosenFile[]): Promise<void> {
  if (chosen.length === 0) return;
  try {
    await go_to(await project_of_chosen(chosen));
  } catch (error) {
    const { message, hint } = as_refusal(error);
    show_panel((close) => <RefusedFiles message={message} hint={hint} onClose={close} />);
  }
}

/** In a page of its own: nothing of the app that is open now is left in it. */
async function go_to(fetched: Fetched): Promise<void> {
  const { project, left_out } = fetched;
  const page = new URL(location.pathname, location.href).href;
  if ((await size_of_link(project, page)) <= MAX_LINK) return load(await link_of(project, page), left_out);
  await hand_over(fetched).catch((error: unknown) => {
    throw new NotOpened(
      'The app is too large for an address, and this browser keeps nothing for this page.',
      'Allow the page to store data, or leave large files out.',
      error,
    );
  });
  load(new URL('?open=dropped', page).href, left_out);
}

/** What was left out goes along with the page's place in the history: only who opened the app is told. */
function load(address: string, left_out: Fetched['left_out']): void {
  if (address === location.href) history.replaceState(left_out_state(left_out), '');
  else history.pushState(left_out_state(left_out), '', address);
  location.reload();
}
