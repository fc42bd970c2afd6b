/** What scrolls: the app's elements, and at its foot what stays in sight (a chat's input). */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { roots } from '../../wire/down.ts';
import { useFollowBottom } from './follow_bottom.ts';
import { Root, useFilled } from './root.tsx';
import './main.css';

export interface MainProps {
  readonly header: ComponentChildren;
  /** In place of the elements, or before them. */
  readonly notice: ComponentChildren;
  /** What is shown is of before and does not answer. */
  readonly busy: boolean;
}

export function Main({ header, notice, busy }: MainProps): JSX.Element {
  const has_bottom = useFilled(roots.bottom);
  const box = useRef<HTMLDivElement>(null);
  useFollowBottom(has_bottom, box);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys.
    <div ref={box} id="stMain" class="stMain main" data-testid="stMain" tabIndex={0}>
      {header}
      <main
        class="stMainBlockContainer block-container"
        data-testid="stMainBlockContainer"
        data-bottom={has_bottom}
        aria-busy={busy}
      >
        {notice}
        <div class="stVerticalBlock" data-testid="stVerticalBlock" inert={busy}>
          <Root index={roots.main} />
        </div>
      </main>
      <div class="stEvent" data-testid="stEvent">
        <Root index={roots.event} />
      </div>
      {has_bottom && (
        <section class="stBottom" data-testid="stBottom" aria-label="Foot of the page">
          <div class="stBottomBlockContainer" data-testid="stBottomBlockContainer" inert={busy}>
            <div class="stVerticalBlock" data-testid="stVerticalBlock">
              <Root index={roots.bottom} />
            </div>
          </div>
        </section>
      )}
      <div class="stAppIframeResizerAnchor" data-testid="stAppIframeResizerAnchor" data-iframe-height="" />
    </div>
  );
}
