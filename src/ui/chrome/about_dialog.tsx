import type { JSX } from 'preact';
import { Markdown } from '../parts/markdown.tsx';
import { Dialog } from './dialog.tsx';

export interface AboutDialogProps {
  readonly app_name: string;
  /** What the author says, in Markdown. */
  readonly text: string | undefined;
  readonly onClose: () => void;
}

export function AboutDialog({ app_name, text, onClose }: AboutDialogProps): JSX.Element {
  return (
    <Dialog title="About" testid="stAboutDialog" onClose={onClose}>
      <Markdown body={text ?? `**${app_name.replace(/[\\*_`[\]]/g, '\\$&')}**`} />
      <p class="stAboutNote">
        Runs in this tab with Tablit: the script, its data and what you enter stay in your browser.
      </p>
    </Dialog>
  );
}
