import { Heading } from '../../parts/heading.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Markdown, usePlainText } from '../../parts/markdown.tsx';
import { useSlug } from '../../parts/slug.ts';
import type { Component } from '../component.ts';
import './heading.css';

/** The first line is the heading; what follows it is text, which a heading of one line has not. */
export const heading: Component<'heading'> = ({ element }) => {
  const { level, body, anchor, help, icon, divider, text_alignment = 'left', wrap = true } = element;
  const [first = '', ...more] = body.split('\n');
  const words = usePlainText(first);
  const own = useSlug(words);
  const rest = more.join('\n');
  return (
    <div class="stHeading" data-testid="stHeading" data-alignment={text_alignment}>
      <Heading
        level={level}
        anchor={anchor === false ? own : (anchor ?? own)}
        link={anchor !== false}
        icon={icon !== undefined && <Icon icon={icon} />}
        help={help}
        wrap={wrap}
        title={wrap ? undefined : words}
      >
        <Markdown body={first} heading links />
      </Heading>
      {divider !== undefined && <hr data-testid="stHeadingDivider" data-color={divider} />}
      {wrap && rest.trim() !== '' && <Markdown body={rest} />}
    </div>
  );
};
