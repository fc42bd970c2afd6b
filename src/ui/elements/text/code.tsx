import type { Component } from '../component.ts';

export const code: Component<'code'> = ({ children }) => <div data-testid="pending-code">{children}</div>;
