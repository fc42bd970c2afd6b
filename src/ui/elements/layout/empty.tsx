import type { Component } from '../component.ts';

export const empty: Component<'empty'> = () => <div class="stEmpty" data-testid="stEmpty" />;
