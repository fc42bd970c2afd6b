import type { Component } from '../component.ts';

export const html: Component<'html'> = ({ children }) => <div data-testid="pending-html">{children}</div>;
