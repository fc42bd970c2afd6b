/** A sign-in as the reader sees it: the window at the provider, and a panel here that says so, or what went wrong. */
import type { JSX } from 'preact';
import { SignInPanel, type SignInView } from '../../ui/panels/sign_in_panel.tsx';
import { create_store, useSelect } from '../../ui/store/store.ts';
import type { AppSource } from '../app_source.ts';
import { show_panel } from '../panel.tsx';
import type { Identity } from './answer.ts';
import { SignInError } from './errors.ts';
import { answer_of, identify, leave, open_window, prepare } from './flow.ts';
import type { ReadSecret } from './provider.ts';

export interface WindowOptions {
  readonly app: Pick<AppSource, 'identity' | 'name' | 'own'>;
  readonly read: ReadSecret;
  readonly provider: string | undefined;
  /** Ends it from outside: another sign-in begins, or the reader signs out. */
  readonly signal: AbortSignal;
}

/** Resolves with who it is, or undefined when the reader gave up. Never rejects. */
export async function sign_in_by_window({
  app,
  read,
  provider,
  signal,
}: WindowOptions): Promise<Identity | undefined> {
  // A click is what made the app ask: the window may be opened at once. An app of somebody else's explains itself first.
  const is_asked_for = app.own && navigator.userActivation.isActive;
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort());
  const view = create_store<SignInView, SignInView>((_before, next) => next, { kind: 'preparing' });
  const panel = new Promise<undefined>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(undefined));
  });
  let start = (): void => undefined;
  const close = show_panel(() => (
    <Panel
      app_name={app.name}
      own={app.own}
      view={view}
      onStart={() => start()}
      onClose={() => controller.abort()}
    />
  ));
  const work = async (): Promise<Identity | undefined> => {
    const { question, server } = await prepare(read, provider);
    if (controller.signal.aborted) return undefined;
    const { host } = question.url;
    const answer = answer_of(question.pending, controller.signal);
    start = () => {
      if (open_window(question.url)) view.dispatch({ kind: 'waiting', host });
      else leave(question, app.identity);
    };
    const is_open = is_asked_for && open_window(question.url);
    view.dispatch({ kind: is_open ? 'waiting' : 'asking', host });
    const text = await answer;
    view.dispatch({ kind: 'checking', host });
    return identify(question.pending, text, server);
  };
  try {
    return await Promise.race([
      work().catch((error: unknown) => told(error, view, controller.signal)),
      panel,
    ]);
  } finally {
    close();
  }
}

/** Stays until the reader closes the panel. */
function told(
  error: unknown,
  view: { dispatch(view: SignInView): void },
  signal: AbortSignal,
): Promise<undefined> {
  if (!signal.aborted) {
    const known =
      error instanceof SignInError ? error : new SignInError('wrong_answer', '', { cause: error });
    view.dispatch({ kind: 'failed', message: known.message, hint: known.hint });
  }
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined));
  });
}

interface PanelProps {
  readonly app_name: string;
  readonly own: boolean;
  readonly view: ReturnType<typeof create_store<SignInView, SignInView>>;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

function Panel({ view, ...rest }: PanelProps): JSX.Element {
  return <SignInPanel view={useSelect(view, (shown) => shown)} {...rest} />;
}

/** Says what became of a sign-in that left the page. */
export function show_failure(app: Pick<AppSource, 'name' | 'own'>, error: SignInError): void {
  const { message, hint } = error;
  show_panel((close) => (
    <SignInPanel
      app_name={app.name}
      own={app.own}
      view={{ kind: 'failed', message, hint }}
      onStart={close}
      onClose={close}
    />
  ));
}
