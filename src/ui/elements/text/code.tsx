import { CodeBlock } from '../../parts/code_block.tsx';
import type { Component } from '../component.ts';

export const code: Component<'code'> = ({ element }) => (
  <CodeBlock
    code={element.body}
    language={element.language}
    line_numbers={element.line_numbers}
    wrap_lines={element.wrap_lines}
    fill={element.height !== undefined && element.height !== 'content' && element.height !== 'auto'}
  />
);
