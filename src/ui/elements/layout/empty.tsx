import type { Component } from '../component.ts';

export const empty: Component<'empty'> = ({ children }) => <div data-testid="pending-empty">{children}</div>;
