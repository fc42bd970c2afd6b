/** What the main menu offers, in order. Pure: what an entry does is told by its name. */
import type { PageConfig } from '../../wire/down.ts';

export type MenuAction = 'rerun' | 'clear_caches' | 'console' | 'print' | 'about';

export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly action: MenuAction;
      readonly label: string;
      readonly shortcut?: string;
    }
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly outside: boolean }
  /** Opens a panel of the shell: sharing, permissions, secrets. */
  | { readonly kind: 'panel'; readonly label: string; readonly onOpen: () => void }
  | { readonly kind: 'theme' }
  | { readonly kind: 'line' };

/** `client.toolbarMode`: a viewer has no tools of an author; `minimal` has what the author put there. */
export type ToolbarMode = 'auto' | 'developer' | 'viewer' | 'minimal';

export function toolbar_mode_of(value: unknown): ToolbarMode {
  return value === 'developer' || value === 'viewer' || value === 'minimal' ? value : 'auto';
}

export interface MenuInput {
  readonly items: PageConfig['menu_items'];
  readonly home: string | undefined;
  readonly mode: ToolbarMode;
  readonly panels?: readonly MenuPanel[];
}

/** A panel of the shell that the menu opens. */
export interface MenuPanel {
  readonly label: string;
  readonly onOpen: () => void;
}

const line: MenuEntry = { kind: 'line' };

export function menu_entries({ items = {}, home, mode, panels = [] }: MenuInput): readonly MenuEntry[] {
  const app: MenuEntry[] = [{ kind: 'action', action: 'rerun', label: 'Rerun', shortcut: 'r' }];
  const author: MenuEntry[] = [
    { kind: 'action', action: 'clear_caches', label: 'Clear caches', shortcut: 'c' },
    { kind: 'action', action: 'console', label: 'Console' },
  ];
  const page: MenuEntry[] = [{ kind: 'action', action: 'print', label: 'Print' }];
  const links: MenuEntry[] = ['Get help', 'Report a bug'].flatMap((label) => {
    const href = items[label];
    return typeof href === 'string' && is_address(href)
      ? [{ kind: 'link', label, href, outside: true } as const]
      : [];
  });
  const about: MenuEntry[] =
    items['About'] === null ? [] : [{ kind: 'action', action: 'about', label: 'About' }];
  const apps: MenuEntry[] =
    home === undefined ? [] : [{ kind: 'link', label: 'All apps', href: home, outside: false }];
  if (mode === 'minimal') return items['About'] ? [...links, ...about] : links;
  return joined([
    [...app, ...(mode === 'viewer' ? [] : author), ...page],
    panels.map((panel) => ({ kind: 'panel', ...panel }) as const),
    [{ kind: 'theme' }],
    [...apps, ...links, ...about],
  ]);
}

function joined(groups: readonly (readonly MenuEntry[])[]): MenuEntry[] {
  return groups
    .filter(({ length }) => length > 0)
    .flatMap((group, index) => (index === 0 ? group : [line, ...group]));
}

/** Checked once more here: an address of another kind would run in this page. */
function is_address(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href);
}
