/** Why an app does not run, in the form that the page shows. */
import type { Failure } from '../ui/chrome/failure_view.ts';
import type { BootFailure } from '../wire/api.ts';

type Make = (failure: BootFailure) => Failure;

/** By error code of the engine, the sandbox and the files; anything else is `other`. */
const kinds: Readonly<Record<string, Make>> = {
  missing_file: file,
  damaged_file: file,
  damaged_package: file,
  browser_too_old: ({ message }) => ({ kind: 'browser', missing: missing_in(message) }),
  worker_failed: ({ message }) => ({
    kind: 'worker',
    reason: /memory|allocation/i.test(message) ? 'memory' : 'crash',
    message,
  }),
};

export function as_failure(failure: BootFailure): Failure {
  return (kinds[failure.code] ?? other)(failure);
}

function file(failure: BootFailure): Failure {
  return { kind: 'file', file: failure.file ?? '', message: failure.message };
}

function other({ message }: BootFailure): Failure {
  return { kind: 'other', title: 'This app could not be started', message, can_retry: true };
}

/** The names in `This browser has no A, no B.` */
function missing_in(message: string): string[] {
  return message
    .replace(/^This browser has |\.$/g, '')
    .split(', ')
    .map((part) => part.replace(/^no /, ''));
}
