/** While a reader signs in to an app, in a window of the provider. */
import type { JSX } from 'preact';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';

export type SignInView =
  | { readonly kind: 'preparing' }
  /** No window is open yet: it takes a click of the reader. */
  | { readonly kind: 'asking'; readonly host: string }
  | { readonly kind: 'waiting'; readonly host: string }
  | { readonly kind: 'checking'; readonly host: string }
  | { readonly kind: 'failed'; readonly message: string; readonly hint: string };

export interface SignInPanelProps {
  readonly app_name: string;
  /** False for an app that is somebody else's. */
  readonly own: boolean;
  readonly view: SignInView;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

export function SignInPanel({ app_name, own, view, onStart, onClose }: SignInPanelProps): JSX.Element {
  const is_asking = view.kind === 'asking';
  return (
    <Dialog
      title="Sign in"
      testid="stSignInPanel"
      onClose={onClose}
      actions={
        <>
          <Control kind="bordered" onClick={onClose}>
            {view.kind === 'failed' ? 'Close' : 'Cancel'}
          </Control>
          {is_asking && (
            <Control kind="primary" onClick={onStart}>
              Continue at {view.host}
            </Control>
          )}
        </>
      }
    >
      <div class="stPanelStack">
        <div role={view.kind === 'failed' ? 'alert' : 'status'}>
          <Words app_name={app_name} view={view} />
        </div>
        {view.kind !== 'failed' && (
          <p class="stPanelNote">
            The app learns who you are: your name and address as the provider gives them.{' '}
            {own ? '' : 'It is somebody else’s app. '}
            It does not learn your password. Signing in hides nothing: what the app is made of is in this
            browser already.
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Words({ app_name, view }: Pick<SignInPanelProps, 'app_name' | 'view'>): JSX.Element {
  switch (view.kind) {
    case 'preparing':
      return <p>Asking the provider where to sign in…</p>;
    case 'asking':
      return (
        <p>
          <strong>{app_name}</strong> wants you to sign in at <strong>{view.host}</strong>.
        </p>
      );
    case 'waiting':
      return (
        <p>
          Sign in at <strong>{view.host}</strong>, in the window that is open.
        </p>
      );
    case 'checking':
      return <p>Checking what {view.host} says…</p>;
    case 'failed':
      return (
        <p>
          <strong>{view.message}.</strong> {view.hint}
        </p>
      );
  }
}
