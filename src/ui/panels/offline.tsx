/** What a reader sees of offline use: a notice when it changes, and a window that says more. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import { Glyph } from '../chrome/glyph.tsx';
import { type OfflineState, offline_words } from './offline_view.ts';
import './offline.css';

export interface OfflineProps {
  readonly state: OfflineState;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** Milliseconds that a notice stays which asks for nothing. */
const BRIEF = 5_000;

export function OfflineNotice({ state, onReload, onClose }: OfflineProps): JSX.Element | null {
  const { notice, brief, reload } = offline_words(state);
  useEffect(() => {
    if (!brief) return undefined;
    const timer = setTimeout(onClose, BRIEF);
    return () => clearTimeout(timer);
  }, [brief, onClose]);
  if (notice === undefined) return null;
  return (
    <div class="stOfflineNotice" data-testid="stOfflineNotice">
      <span role="status">{notice}</span>
      {reload && (
        <Control kind="bordered" onClick={onReload}>
          Reload
        </Control>
      )}
      <Control aria-label="Close" onClick={onClose}>
        <Glyph name="close" />
      </Control>
    </div>
  );
}

export function OfflinePanel({ state, onReload, onClose }: OfflineProps): JSX.Element {
  const { label, text, reload } = offline_words(state);
  return (
    <Dialog
      title={label}
      testid="stOfflinePanel"
      onClose={onClose}
      actions={
        reload && (
          <Control kind="primary" data-first onClick={onReload}>
            Reload
          </Control>
        )
      }
    >
      <p class="stOfflineText">{text}</p>
    </Dialog>
  );
}
