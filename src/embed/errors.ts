/**
 * Why a page shows no app.
 *
 * EmbedError
 * ├── source_missing   `src` could not be fetched
 * ├── source_too_large it is larger than any app
 * ├── frame_silent     the frame did not answer: a policy keeps it out, or its site is not there
 * ├── other_version    the frame is of another release
 * ├── refused          the frame refused what was asked of it; its words
 * ├── frame_reloaded   the frame's page was loaded again; the app starts anew
 * └── disposed         the page has taken the app away
 */
export type EmbedErrorCode =
  | 'source_missing'
  | 'source_too_large'
  | 'frame_silent'
  | 'other_version'
  | 'refused'
  | 'frame_reloaded'
  | 'disposed';

export class EmbedError extends Error {
  override readonly name = 'EmbedError';
  readonly code: EmbedErrorCode;

  constructor(code: EmbedErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function frame_reloaded(): EmbedError {
  return new EmbedError('frame_reloaded', 'The app was loaded again: it starts anew.');
}

export function disposed(): EmbedError {
  return new EmbedError('disposed', 'This app was disposed of.');
}
