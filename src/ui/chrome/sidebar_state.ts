/** Whether the sidebar is open and how wide it is: what the script asks for, then what the reader did. Pure. */
import type { PageConfig } from '../../wire/down.ts';

export const sidebar_width = { min: 200, max: 600, normal: 300, step: 20 } as const;

export interface SidebarView {
  readonly expanded: boolean;
  /** The reader cannot collapse it. */
  readonly locked: boolean;
  readonly width: number;
}

export interface SidebarInput {
  readonly initial: PageConfig['initial_sidebar_state'];
  /** There is no room for it beside the page, so it lies over it. */
  readonly narrow: boolean;
  /** What the reader did last; undefined: nothing yet. */
  readonly toggled: boolean | undefined;
  /** The width that the reader gave it. */
  readonly kept_width: number | undefined;
}

export function sidebar_view({ initial = 'auto', narrow, toggled, kept_width }: SidebarInput): SidebarView {
  // Over a narrow page it would hide everything, locked or not.
  const locked = initial === 'locked' && !narrow;
  const wanted = initial === 'expanded' || (initial !== 'collapsed' && !narrow);
  const asked = typeof initial === 'number' ? initial : sidebar_width.normal;
  return { expanded: locked || (toggled ?? wanted), locked, width: clamp_width(kept_width ?? asked) };
}

export function clamp_width(width: number): number {
  return Math.min(sidebar_width.max, Math.max(sidebar_width.min, Math.round(width)));
}

/** The width after a key on the handle; undefined for a key that does nothing there. */
export function width_after_key(width: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return clamp_width(width - sidebar_width.step);
    case 'ArrowRight':
      return clamp_width(width + sidebar_width.step);
    case 'Home':
      return sidebar_width.min;
    case 'End':
      return sidebar_width.max;
    case 'Enter':
      return sidebar_width.normal;
    default:
      return undefined;
  }
}

/** A number from a text that was kept; anything else counts as nothing. */
export function width_from_text(text: string | undefined): number | undefined {
  const width = Number(text);
  return text !== undefined && Number.isFinite(width) && width > 0 ? clamp_width(width) : undefined;
}
