import type { Tokens } from 'marked';
import type { ComponentChildren, JSX } from 'preact';
import { useScroller } from './scroller.ts';

export interface TableProps {
  readonly table: Tokens.Table;
  readonly content: (cell: Tokens.TableCell['tokens']) => ComponentChildren;
}

/** It scrolls sideways inside its own box, by keys too, so that the page never does. */
export function Table({ table, content }: TableProps): JSX.Element {
  const cell = ({ tokens, align, header }: Tokens.TableCell) => {
    const Tag = header ? 'th' : 'td';
    return <Tag style={align ? { textAlign: align } : undefined}>{content(tokens)}</Tag>;
  };
  const box = useScroller<HTMLDivElement>('Table');
  return (
    <div ref={box} class="stMarkdownTable">
      <table>
        <thead>
          <tr>{table.header.map(cell)}</tr>
        </thead>
        {table.rows.length > 0 && (
          <tbody>
            {table.rows.map((row) => (
              <tr>{row.map(cell)}</tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}
