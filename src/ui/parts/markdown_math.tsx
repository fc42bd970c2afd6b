/** A formula. Its source is shown where KaTeX does not come. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazy, useLazy } from './lazy.ts';

const katex = lazy(() => import('./markdown_katex.ts'));

export function Formula({ tex, display }: { tex: string; display: boolean }): JSX.Element {
  const host = useRef<HTMLSpanElement>(null);
  const draw = useLazy(katex)?.draw_formula;
  // KaTeX fills the element itself; Preact knows of no children there.
  useLayoutEffect(() => {
    if (!host.current) return;
    host.current.textContent = tex;
    draw?.(host.current, tex, display);
  }, [tex, display, draw]);
  const state = draw ? 'drawn' : katex.failed() ? 'source' : 'waiting';
  return <span ref={host} class="stMarkdownMath" data-display={display} data-state={state} />;
}
