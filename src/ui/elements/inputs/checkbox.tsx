import type { Component } from '../component.ts';

export const checkbox: Component<'checkbox'> = ({ children }) => (
  <div data-testid="pending-checkbox">{children}</div>
);
