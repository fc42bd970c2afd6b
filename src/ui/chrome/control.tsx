/** A button of the page's frame. */
import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import './control.css';

export interface ControlProps extends Omit<ButtonHTMLAttributes, 'class' | 'children' | 'type'> {
  readonly kind?: 'plain' | 'bordered' | 'primary';
  readonly children: ComponentChildren;
  readonly [data: `data-${string}`]: string | boolean | undefined;
}

export function Control({ kind = 'plain', children, ...rest }: ControlProps): JSX.Element {
  return (
    <button type="button" class={`stControl stControl-${kind}`} {...rest}>
      {children}
    </button>
  );
}
