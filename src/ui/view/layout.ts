/** Class names and sizes of the boxes around elements. */
import type { CSSProperties } from 'preact';
import type { Height, Width } from '../../wire/element.ts';

/** The class that an author's key becomes: `st-key-my-key`. */
export function key_class(key: string | undefined): string {
  return key === undefined ? '' : ` st-key-${key.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** What a box's own wishes for its size become; how it shares space with its neighbours is for `blocks.css`. */
export interface BoxProps {
  readonly 'data-width': 'fixed' | 'stretch' | 'content' | 'auto';
  readonly 'data-height': 'stretch' | undefined;
  readonly style: CSSProperties;
}

export function box_props(width: Width | undefined, height?: Height): BoxProps {
  const style: CSSProperties = {};
  if (typeof width === 'number') Object.assign(style, { width: `${width}px`, maxWidth: '100%' });
  else if (width === 'content') Object.assign(style, { width: 'fit-content', maxWidth: '100%' });
  if (typeof height === 'number') style.height = `${height}px`;
  return {
    'data-width': typeof width === 'number' ? 'fixed' : (width ?? 'auto'),
    'data-height': height === 'stretch' ? height : undefined,
    style,
  };
}
