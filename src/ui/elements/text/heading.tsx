import type { Component } from '../component.ts';

export const heading: Component<'heading'> = ({ children }) => (
  <div data-testid="pending-heading">{children}</div>
);
