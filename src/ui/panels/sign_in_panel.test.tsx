// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SignInPanel, type SignInView } from './sign_in_panel.tsx';

afterEach(cleanup);

function show(view: SignInView, own = true) {
  const heard = { onStart: vi.fn(), onClose: vi.fn() };
  render(<SignInPanel app_name="Weather" own={own} view={view} {...heard} />);
  return { ...heard, dialog: screen.getByRole('dialog', { name: 'Sign in' }) };
}

it('says which app, where, and that signing in hides nothing', () => {
  const { dialog, onStart } = show({ kind: 'asking', host: 'id.example' });
  expect(dialog.textContent).toContain('Weather wants you to sign in at id.example.');
  expect(dialog.textContent).toContain('Signing in hides nothing');
  expect(dialog.textContent).not.toContain('somebody else');
  fireEvent.click(screen.getByRole('button', { name: 'Continue at id.example' }));
  expect(onStart).toHaveBeenCalledOnce();
});

it('says whose app it is when it is not the reader’s', () => {
  expect(show({ kind: 'asking', host: 'id.example' }, false).dialog.textContent).toContain(
    'somebody else’s app',
  );
});

it.each([
  [{ kind: 'preparing' }, 'Asking the provider'],
  [{ kind: 'waiting', host: 'id.example' }, 'in the window that is open'],
  [{ kind: 'checking', host: 'id.example' }, 'Checking what id.example says'],
] as const)('can be given up while it is %j', (view, words) => {
  const { onClose } = show(view);
  expect(screen.getByRole('status').textContent).toContain(words);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalledOnce();
});

it('says aloud what went wrong, and what to do', () => {
  show({ kind: 'failed', message: 'The ID token is not valid', hint: 'Nobody was signed in.' });
  expect(screen.getByRole('alert').textContent).toBe('The ID token is not valid. Nobody was signed in.');
  expect(screen.getAllByRole('button', { name: 'Close' })).toHaveLength(2);
});
