import type { Component } from '../component.ts';
import './divider.css';

export const divider: Component<'divider'> = () => (
  <div class="stMarkdown stDivider" data-testid="stMarkdown">
    <div class="stMarkdownContainer" data-testid="stMarkdownContainer">
      <hr />
    </div>
  </div>
);
