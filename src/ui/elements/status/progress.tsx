import type { Component } from '../component.ts';

export const progress: Component<'progress'> = ({ children }) => (
  <div data-testid="pending-progress">{children}</div>
);
