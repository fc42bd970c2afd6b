import type { Component } from '../component.ts';

export const help: Component<'help'> = ({ children }) => <div data-testid="pending-help">{children}</div>;
