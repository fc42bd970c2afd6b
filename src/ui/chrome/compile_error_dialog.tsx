/** Why the script cannot run as it is. What the run before showed stays behind it. */
import type { JSX } from 'preact';
import type { ScriptError } from '../../wire/down.ts';
import { Dialog } from './dialog.tsx';
import './compile_error_dialog.css';

export interface CompileErrorDialogProps {
  readonly error: ScriptError;
  /** Whether a script that is saved is run: of a folder that is watched. */
  readonly watched: boolean;
  readonly onClose: () => void;
}

export function CompileErrorDialog({ error, watched, onClose }: CompileErrorDialogProps): JSX.Element {
  const { exception_type, message, stack_trace, hint } = error;
  const lines = stack_trace.flatMap((entry) => entry.replace(/\n$/, '').split('\n'));
  return (
    <Dialog title="The script cannot run as it is" testid="stCompileErrorDialog" wide onClose={onClose}>
      <p class="stCompileErrorMessage">
        <strong>{exception_type}</strong>
        {message !== '' && `: ${message}`}
      </p>
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys.
        <pre class="stCompileErrorLines" tabIndex={0}>
          {lines.map((line, index) => (
            <span key={index} data-mark={is_mark(line)}>
              {`${line}\n`}
            </span>
          ))}
        </pre>
      )}
      {hint !== undefined && <p>{hint}</p>}
      <p class="stCompileErrorNote">
        {watched
          ? 'Save a corrected script and it runs at once.'
          : 'Whoever wrote the app has to correct it.'}
      </p>
    </Dialog>
  );
}

/** The line of carets under the fault. */
function is_mark(line: string): boolean {
  return /^\s*[\^~]+\s*$/.test(line);
}
