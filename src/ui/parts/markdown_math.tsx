/** A formula. Until KaTeX is there, its source. */
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
  return <span ref={host} class="stMarkdownMath" data-display={display} data-waiting={!draw} />;
}
