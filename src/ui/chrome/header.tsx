/** The line at the top of the page, over what scrolls beneath it. */
import type { ComponentChildren, JSX } from 'preact';
import './header.css';

export interface HeaderProps {
  /** The way back to a collapsed sidebar. */
  readonly start: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Header({ start, children }: HeaderProps): JSX.Element {
  return (
    <header class="stHeader stAppHeader" data-testid="stHeader">
      {start}
      <div class="stToolbar stAppToolbar" data-testid="stToolbar">
        {children}
      </div>
    </header>
  );
}
