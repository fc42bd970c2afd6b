import type { Component } from '../component.ts';

export const alert: Component<'alert'> = ({ children }) => <div data-testid="pending-alert">{children}</div>;
