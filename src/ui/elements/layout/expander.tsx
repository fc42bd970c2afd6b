import type { Component } from '../component.ts';

export const expander: Component<'expander'> = ({ children }) => (
  <div data-testid="pending-expander">{children}</div>
);
