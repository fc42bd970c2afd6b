import type { Component } from '../component.ts';

export const selectbox: Component<'selectbox'> = ({ children }) => (
  <div data-testid="pending-selectbox">{children}</div>
);
