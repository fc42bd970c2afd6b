/**
 * The way to the shell's panels that a stranger's app cannot take away: its `client.toolbarMode` and its styles can hide
 * the menu, and what it shows can lie over it.
 */
import type { MenuPanel } from '../ui/chrome/menu_entries.ts';
import { StrangerButton, StrangerControls } from '../ui/panels/stranger_controls.tsx';
import { show_panel } from './panel.tsx';

export function show_stranger_controls(app_name: string, panels: readonly MenuPanel[]): void {
  const open = () =>
    void show_panel((close) => <StrangerControls {...{ app_name, panels }} onClose={close} />);
  show_panel(() => <StrangerButton onOpen={open} />);
}
