import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.exception`, and what an uncaught exception leaves on the page. */
export const exception = element('exception', {
  /** Class name, with its module when it is not a builtin. */
  exception_type: s.string,
  message: s.string,
  message_is_markdown: s.optional(s.boolean),
  /** Lines of the traceback, outermost first, frames of the user's code only. */
  stack_trace: s.array(s.string),
  is_warning: s.optional(s.boolean),
  /** What to do about it, in words for the author: how to add a missing module. */
  hint: s.optional(s.string),
});
