/** Stands where the elements will be, when the first of them takes its time. */
import type { JSX } from 'preact';
import { useDelayed } from './hooks.ts';
import './skeleton.css';

export function AppSkeleton(): JSX.Element | null {
  const shown = useDelayed(true, 300);
  if (!shown) return null;
  return (
    <div class="stAppSkeleton" data-testid="stAppSkeleton" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
