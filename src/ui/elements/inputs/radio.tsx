import type { Component } from '../component.ts';

export const radio: Component<'radio'> = ({ children }) => <div data-testid="pending-radio">{children}</div>;
