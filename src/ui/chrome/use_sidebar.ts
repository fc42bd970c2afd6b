/** The sidebar's state as it lives in the page: what the script asks, what the reader did, what is remembered. */
import { useState } from 'preact/hooks';
import type { PageConfig } from '../../wire/down.ts';
import { useMedia } from './hooks.ts';
import { clamp_width, type SidebarView, sidebar_view, width_from_text } from './sidebar_state.ts';
import { remember, remembered } from './storage.ts';

const KEY = 'sidebar_width';

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
  return {
    view: sidebar_view({ initial, narrow, toggled, kept_width }),
    narrow,
    toggle: set_toggled,
    resize(width, done) {
      const fitting = clamp_width(width);
      set_width(fitting);
      if (done) remember(KEY, String(fitting));
    },
  };
}
