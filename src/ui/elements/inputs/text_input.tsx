import type { Component } from '../component.ts';

export const text_input: Component<'text_input'> = ({ children }) => (
  <div data-testid="pending-text_input">{children}</div>
);
