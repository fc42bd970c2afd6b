import type { Component } from '../component.ts';

export const markdown: Component<'markdown'> = ({ children }) => (
  <div data-testid="pending-markdown">{children}</div>
);
