import { useId } from 'preact/hooks';
import { Markdown } from '../../parts/markdown.tsx';
import type { Component } from '../component.ts';
import './progress.css';

export const progress: Component<'progress'> = ({ element }) => {
  const { value, text } = element;
  const label = useId();
  const now = Math.min(100, Math.max(0, value));
  const named = text ? { 'aria-labelledby': label } : { 'aria-label': 'Progress' };
  return (
    <div class="stProgress" data-testid="stProgress">
      <div id={label} class="stProgressText">
        {text && <Markdown body={text} inline links />}
      </div>
      <div
        class="stProgressBar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={now}
        {...named}
      >
        <div class="stProgressBarTrack" data-testid="stProgressBarTrack">
          <div style={{ transform: `translateX(${now - 100}%)` }} />
        </div>
      </div>
    </div>
  );
};
