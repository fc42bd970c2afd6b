import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { type Act, useAct } from './outcome.ts';
import { Said } from './parts.tsx';

export interface SealedChoiceProps {
  readonly own: boolean;
  readonly sealed: boolean;
  readonly onSealed: Act<[sealed: boolean]>;
}

/** Whether the script gets the values or placeholders; of a stranger's app that is no choice. */
export function SealedChoice({ own, sealed, onSealed }: SealedChoiceProps): JSX.Element {
  const id = useId();
  const choosing = useAct(onSealed);
  // What was chosen, until it is so or could not be done.
  const [chosen, choose] = useState(sealed);
  useEffect(() => choose(sealed), [sealed]);
  if (!own) {
    return (
      <p class="stPanelNote">
        This app is somebody else's: it never learns these values. It gets placeholders, and the page puts the
        values into requests to the hosts that you allow.
      </p>
    );
  }
  return (
    <>
      <div class="stPanelCheck">
        <input
          id={id}
          type="checkbox"
          checked={chosen}
          aria-describedby={`${id}-note`}
          onChange={async () => {
            choose(!chosen);
            if (!(await choosing.run(!chosen))) choose(sealed);
          }}
        />
        <div>
          <label for={id}>Sealed</label>
          <div id={`${id}-note`} class="stPanelNote">
            The app gets placeholders instead of the values. The page puts the values into requests to the
            hosts that you allow, and nowhere else.
          </div>
        </div>
      </div>
      <Said outcome={choosing.outcome} />
    </>
  );
}
