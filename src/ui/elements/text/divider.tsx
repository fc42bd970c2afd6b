import type { Component } from '../component.ts';
import './divider.css';

export const divider: Component<'divider'> = () => (
  <div class="stDivider" data-testid="stDivider">
    <hr />
  </div>
);
