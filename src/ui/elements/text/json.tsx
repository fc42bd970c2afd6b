import type { Component } from '../component.ts';

export const json: Component<'json'> = ({ children }) => <div data-testid="pending-json">{children}</div>;
