/** The sidebar's state as it lives in the page: what the script asks, what the reader did, what is remembered. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageConfig } from '../../wire/down.ts';
import { useMedia } from './hooks.ts';
import { clamp_width, type SidebarView, sidebar_view, width_from_text } from './sidebar_state.ts';
import { remember, remembered } from './storage.ts';

const KEY = 'sidebar_width';
const COLLAPSE = '.stSidebarCollapseButton button';
const EXPAND = '.stSidebarCollapsedControl button';

export interface SidebarControl {
  readonly view: SidebarView;
  /** It lies over the page. */
  readonly narrow: boolean;
  readonly toggle: (expanded: boolean) => void;
  readonly resize: (width: number, done: boolean) => void;
}

export function useSidebar(initial: PageConfig['initial_sidebar_state']): SidebarControl {
  const narrow = useMedia('(max-width: 768px)');
  const [toggled, set_toggled] = useState<boolean>();
  const [kept_width, set_width] = useState(() => width_from_text(remembered(KEY)));
  const view = sidebar_view({ initial, narrow, toggled, kept_width });

  // The button that was used is gone: the focus goes to the one that undoes it.
  const used = useRef(false);
  useEffect(() => {
    if (used.current) document.querySelector<HTMLElement>(view.expanded ? COLLAPSE : EXPAND)?.focus();
    used.current = false;
  }, [view.expanded]);

  return {
    view,
    narrow,
    toggle: useCallback((expanded: boolean) => {
      used.current = true;
      set_toggled(expanded);
    }, []),
    resize(width, done) {
      const fitting = clamp_width(width);
      set_width(fitting);
      if (done) remember(KEY, String(fitting));
    },
  };
}
