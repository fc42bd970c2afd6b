/** What is shown before there is anything of the app: its name, how far the start is, and each step. */
import type { JSX } from 'preact';
import { byte_share } from '../../wire/byte_size.ts';
import { type BootStepView, type BootView, boot_total, step_facts } from './boot_view.ts';
import { Glyph } from './glyph.tsx';
import './boot_screen.css';

export interface BootScreenProps {
  readonly app_name: string;
  readonly boot: BootView;
}

export function BootScreen({ app_name, boot }: BootScreenProps): JSX.Element {
  const { share, loaded, total } = boot_total(boot);
  const running = boot.steps.find(({ state }) => state === 'running');
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <section class="stBoot" data-testid="stBoot" aria-label="Starting" aria-busy="true">
      <p class="stBootEyebrow">Starting</p>
      <h1 class="stBootName">{app_name}</h1>
      <div
        class="stBootBar"
        role="progressbar"
        aria-label="Fetched"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={percent === undefined ? undefined : byte_share(loaded, total)}
      >
        <div style={{ width: `${percent ?? 0}%` }} />
      </div>
      <ol class="stBootSteps">
        {boot.steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
      <p class="st-visually-hidden" role="status">
        {running?.name}
      </p>
    </section>
  );
}

function Step({ step }: { step: BootStepView }): JSX.Element {
  return (
    <li data-state={step.state} data-testid="stBootStep">
      <span class="stBootMark">{step.state === 'done' ? <Glyph name="check" size={16} /> : <i />}</span>
      <span class="stBootStepName">{step.name}</span>
      <span class="stBootFacts">{step_facts(step)}</span>
    </li>
  );
}
