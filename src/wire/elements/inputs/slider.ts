import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.slider`: one thumb when the value has one entry, a range when it has two. */
export const slider = widget('slider', s.array(s.number), {
  /** What the numbers mean. Dates, times and datetimes are microseconds since 1970 in UTC. */
  data_type: s.one_of('int', 'float', 'date', 'time', 'datetime'),
  min: s.number,
  max: s.number,
  step: s.number,
  /** A printf format, a preset's name, or a date format in Moment.js letters. */
  format: s.optional(s.string),
});
