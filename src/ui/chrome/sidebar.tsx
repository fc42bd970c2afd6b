/** The app's sidebar: beside the page, or over it where there is no room. */
import type { CSSProperties, JSX } from 'preact';
import { roots } from '../../wire/down.ts';
import { AnchorsContext } from '../parts/anchors.ts';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';
import { ResizeHandle } from './resize_handle.tsx';
import { Root } from './root.tsx';
import type { SidebarView } from './sidebar_state.ts';
import './sidebar.css';

export interface SidebarProps {
  readonly view: SidebarView;
  readonly narrow: boolean;
  /** The app's own colours for it. */
  readonly properties: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly onCollapse: () => void;
  readonly onResize: (width: number, done: boolean) => void;
}

const ID = 'st-sidebar';

export function Sidebar(props: SidebarProps): JSX.Element {
  const { view, narrow, properties, busy, onCollapse, onResize } = props;
  const { expanded, locked, width } = view;
  const style = { ...properties, '--st-sidebar-width': `${width}px` } as CSSProperties;
  return (
    <>
      {narrow && expanded && (
        <div class="stSidebarScrim" data-testid="stSidebarScrim" onPointerDown={onCollapse} />
      )}
      <section
        id={ID}
        class="stSidebar"
        data-testid="stSidebar"
        data-expanded={expanded}
        aria-label="Sidebar"
        inert={!expanded}
        style={style}
      >
        <div class="stSidebarContent" data-testid="stSidebarContent">
          <div class="stSidebarHeader" data-testid="stSidebarHeader">
            {!locked && (
              <div class="stSidebarCollapseButton" data-testid="stSidebarCollapseButton">
                <Control
                  data-testid="stBaseButton-headerNoPadding"
                  aria-label="Collapse the sidebar"
                  aria-expanded={true}
                  aria-controls={ID}
                  onClick={onCollapse}
                >
                  <Glyph name="collapse" />
                </Control>
              </div>
            )}
          </div>
          <div class="stSidebarUserContent" data-testid="stSidebarUserContent" inert={busy} aria-busy={busy}>
            <div class="stVerticalBlock" data-testid="stVerticalBlock">
              <AnchorsContext.Provider value={false}>
                <Root index={roots.sidebar} />
              </AnchorsContext.Provider>
            </div>
          </div>
        </div>
        {!narrow && <ResizeHandle width={width} controls={ID} onResize={onResize} />}
      </section>
    </>
  );
}

/** Stands in the header while the sidebar is collapsed. */
export function ExpandSidebarButton({ onExpand }: { onExpand: () => void }): JSX.Element {
  return (
    <div class="stSidebarCollapsedControl" data-testid="stSidebarCollapsedControl">
      <Control
        data-testid="stExpandSidebarButton"
        aria-label="Open the sidebar"
        aria-expanded={false}
        aria-controls={ID}
        onClick={onExpand}
      >
        <Glyph name="expand" />
      </Control>
    </div>
  );
}
