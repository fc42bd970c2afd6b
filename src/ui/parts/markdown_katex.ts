/** The chunk that has KaTeX. It builds nodes, no HTML text, so nothing needs to be trusted here. */
import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Draws `tex` into `host`. A formula with a fault is shown as it is, in red, with the fault as its title. */
export function draw_formula(host: HTMLElement, tex: string, display: boolean): void {
  try {
    katex.render(tex, host, {
      displayMode: display,
      throwOnError: false,
      errorColor: 'var(--st-red-text-color)',
      // No links, no images, no styles from a formula.
      trust: false,
      strict: false,
      maxSize: 50,
      maxExpand: 1000,
    });
  } catch (error) {
    // What no formula can be (nested without end) stays its source.
    host.textContent = tex;
    host.title = String(error);
  }
}
