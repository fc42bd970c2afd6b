import type { Component } from '../component.ts';

export const number_input: Component<'number_input'> = ({ children }) => (
  <div data-testid="pending-number_input">{children}</div>
);
