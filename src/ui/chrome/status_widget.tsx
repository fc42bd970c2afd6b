/** Says that the script runs, once it takes its time, and lets the reader end it. */
import type { JSX } from 'preact';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';
import { useDelayed } from './hooks.ts';
import './status_widget.css';

export interface StatusWidgetProps {
  readonly running: boolean;
  readonly stopping: boolean;
  /** Python itself is not there yet. */
  readonly starting: boolean;
  readonly onStop: () => void;
}

/** Milliseconds. A run that is over sooner shows nothing. */
const DELAY = 300;

export function StatusWidget({ running, stopping, starting, onStop }: StatusWidgetProps): JSX.Element {
  const shown = useDelayed(running || starting, DELAY);
  const words = starting ? 'Starting' : stopping ? 'Stopping' : 'Running';
  return (
    <>
      <span class="st-visually-hidden" role="status">
        {shown ? words : ''}
      </span>
      {shown && (
        <div class="stStatusWidget" data-testid="stStatusWidget">
          <span class="stStatusWidgetSpinner" />
          <span aria-hidden="true">{words}</span>
          {!starting && (
            <Control onClick={onStop} disabled={stopping}>
              <Glyph name="stop" size={16} />
              Stop
            </Control>
          )}
        </div>
      )}
    </>
  );
}
