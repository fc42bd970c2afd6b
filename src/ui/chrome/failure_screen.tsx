/** Says why the app does not run and what can be done. `over`: above elements that are still there. */
import type { JSX } from 'preact';
import { Control } from './control.tsx';
import type { Controls } from './controls.ts';
import { type Failure, failure_words } from './failure_view.ts';
import { Glyph } from './glyph.tsx';
import './failure_screen.css';

export interface FailureScreenProps {
  readonly failure: Failure;
  readonly controls: Pick<Controls, 'retry' | 'restart'>;
  readonly over?: boolean;
}

export function FailureScreen({ failure, controls, over = false }: FailureScreenProps): JSX.Element {
  const { title, detail, hint, action } = failure_words(failure);
  return (
    <section class="stFailure" data-testid="stFailure" data-kind={failure.kind} data-over={over} role="alert">
      <Glyph name="alert" size={28} />
      <div>
        <h1>{title}</h1>
        {detail !== undefined && <p class="stFailureDetail">{detail}</p>}
        {hint !== undefined && <p>{hint}</p>}
        {action !== undefined && (
          <Control kind="primary" onClick={controls[action]}>
            {action === 'retry' ? 'Retry' : 'Restart'}
          </Control>
        )}
      </div>
    </section>
  );
}
