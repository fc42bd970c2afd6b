import type { JSX } from 'preact';
import { Control } from './control.tsx';
import { Dialog } from './dialog.tsx';

export interface ClearCacheDialogProps {
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ClearCacheDialog({ onConfirm, onClose }: ClearCacheDialogProps): JSX.Element {
  return (
    <Dialog
      title="Clear caches"
      testid="stClearCacheDialog"
      onClose={onClose}
      actions={
        <>
          <Control kind="bordered" onClick={onClose}>
            Cancel
          </Control>
          <Control
            kind="primary"
            data-first={true}
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            Clear caches
          </Control>
        </>
      }
    >
      <p>
        Everything that the app keeps with <code>st.cache_data</code> and <code>st.cache_resource</code>, also
        for your next visit, is worked out anew when it is needed next, and its connections are closed.
      </p>
    </Dialog>
  );
}
