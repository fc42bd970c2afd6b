import type { Component } from '../component.ts';

export const columns: Component<'columns'> = ({ children }) => (
  <div data-testid="pending-columns">{children}</div>
);
