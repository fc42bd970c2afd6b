import type { Component } from '../component.ts';

export const exception: Component<'exception'> = ({ children }) => (
  <div data-testid="pending-exception">{children}</div>
);
