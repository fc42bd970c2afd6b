import type { Component } from '../component.ts';

export const slider: Component<'slider'> = ({ children }) => (
  <div data-testid="pending-slider">{children}</div>
);
