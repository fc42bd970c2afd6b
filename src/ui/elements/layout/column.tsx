import type { Component } from '../component.ts';

export const column: Component<'column'> = ({ children }) => (
  <div data-testid="pending-column">{children}</div>
);
