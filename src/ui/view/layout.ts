/** Class names and sizes of the boxes around elements. */
import type { CSSProperties } from 'preact';
import type { Height, Width } from '../../wire/element.ts';

/** The class that an author's key becomes: `st-key-my-key`. */
export function key_class(key: string | undefined): string {
  return key === undefined ? '' : ` st-key-${key.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

export function box_style(width: Width | undefined, height: Height | undefined): CSSProperties {
  const style: CSSProperties = {};
  if (typeof width === 'number') Object.assign(style, { width: `${width}px`, maxWidth: '100%' });
  else if (width === 'content') Object.assign(style, { width: 'fit-content', maxWidth: '100%' });
  if (typeof height === 'number') style.height = `${height}px`;
  else if (height === 'stretch') Object.assign(style, { height: '100%', flex: '1 1 auto' });
  return style;
}
