import type { Component } from '../component.ts';

export const text_area: Component<'text_area'> = ({ children }) => (
  <div data-testid="pending-text_area">{children}</div>
);
