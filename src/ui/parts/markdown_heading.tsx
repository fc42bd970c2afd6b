/** A heading within a text. */
import type { ComponentChildren, JSX } from 'preact';
import { Heading } from './heading.tsx';
import { useSlug } from './slug.ts';

export interface TextHeadingProps {
  readonly level: number;
  /** What it says, from which its id is made, unless its `attributes` have one. */
  readonly text: string;
  readonly link: boolean;
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  readonly children: ComponentChildren;
}

export function TextHeading({ level, text, link, attributes, children }: TextHeadingProps): JSX.Element {
  const made = useSlug(text);
  const own = attributes?.['id'];
  return (
    <Heading level={level} anchor={typeof own === 'string' ? own : made} link={link} attributes={attributes}>
      {children}
    </Heading>
  );
}
