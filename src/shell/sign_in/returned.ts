/** The page went to the provider itself, and is back with an answer. */
import type { AppSource } from '../app_source.ts';
import type { Identity } from './answer.ts';
import { SignInError } from './errors.ts';
import { come_back, type Left } from './flow.ts';
import { show_failure } from './window.tsx';

/** Who is signed in now; undefined when it failed, which the reader has been told. */
export async function returned(
  app: Pick<AppSource, 'identity' | 'name' | 'own'>,
  left: Left,
): Promise<Identity | undefined> {
  try {
    return await come_back(left);
  } catch (error) {
    show_failure(app, error instanceof SignInError ? error : new SignInError('wrong_answer'));
    return undefined;
  }
}
