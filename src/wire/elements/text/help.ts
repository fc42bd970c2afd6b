import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.help`: what a Python object is, from its docstring and members. */
export const help = element('help', {
  name: s.string,
  /** `class`, `module`, `function`, …; of any other value its class. */
  object_type: s.string,
  /** The call or the value as text. */
  value: s.string,
  doc_string: s.string,
  members: s.array(
    s.object({ name: s.string, object_type: s.string, value: s.string, doc_string: s.string }),
  ),
});
