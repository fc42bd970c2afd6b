import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.button`: true in the run that a click starts, false again in the next. */
export const button = widget(
  'button',
  s.boolean,
  {
    variant: s.optional(s.one_of('primary', 'secondary', 'tertiary')),
    icon: s.optional(s.string),
    icon_position: s.optional(s.one_of('left', 'right')),
    /** Such as `ctrl+k`: modifiers and one key, lower case. */
    shortcut: s.optional(s.string),
    wrap: s.optional(s.boolean),
  },
  { trigger: true },
);
