import type { Component } from '../component.ts';

export const spinner: Component<'spinner'> = ({ children }) => (
  <div data-testid="pending-spinner">{children}</div>
);
