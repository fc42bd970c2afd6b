import type { Component } from '../component.ts';

export const divider: Component<'divider'> = ({ children }) => (
  <div data-testid="pending-divider">{children}</div>
);
